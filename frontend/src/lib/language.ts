import { texts } from "../texts/texts";

/** The order of words in a list that people read: case makes no difference, and 10 comes after 9. */
export const inOrder = new Intl.Collator(texts.locale, { numeric: true, sensitivity: "base" });

const list = new Intl.ListFormat(texts.locale, { type: "unit", style: "short" });

/** Several things in a row; what is empty or undefined is left out. */
export function asList(parts: readonly (string | undefined | null | false)[]): string {
  return list.format(parts.filter((part): part is string => Boolean(part)));
}

const number = new Intl.NumberFormat(texts.locale);

const large = new Intl.NumberFormat(texts.locale, {
  notation: "compact",
  compactDisplay: "long",
  maximumSignificantDigits: 2,
});

/** A number that is not exact: as many digits as are said, 12,300 or 1.2 million. */
export function asRoundNumber(value: number): string {
  return value < 1_000_000 ? number.format(value) : large.format(value);
}

export function asNumber(value: number): string {
  return number.format(value);
}
