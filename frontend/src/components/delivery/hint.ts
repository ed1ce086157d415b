import type { DeliverySummary } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";

// What iMIS calls the id of a contact, in records of activities and of panels.
const unknownContact = /Value (.{1,100}?) of property (?:PartyId|ContactKey|ID) does not exist\b/;

/** What a sentence of iMIS means to people who do not know its properties; undefined if it is not a known one. */
export function hintOn({ error }: Pick<DeliverySummary, "error">): string | undefined {
  const [, id] = unknownContact.exec(error ?? "") ?? [];
  return id === undefined ? undefined : pageTexts.exchange.hints.noContact(id);
}
