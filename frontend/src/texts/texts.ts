import { en, type Texts } from "./en";

export const texts: Texts = en;

/** What a second language has beside its `Texts`: the same names, each with texts of the same kind. */
export type PageTexts = typeof import("./page-texts");
