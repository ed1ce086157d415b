import * as pageTexts from "../texts/page-texts";
import { texts } from "../texts/texts";

const ago = new Intl.RelativeTimeFormat(texts.locale);

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];

/** How long ago an instant was, seen from another one; a clock that goes wrong makes no future. */
export function asAgo(instant: string, now: number): string {
  const seconds = (now - Date.parse(instant)) / 1000;
  const [unit, length] = units.find(([, each]) => seconds >= each) ?? [];
  return unit === undefined || length === undefined
    ? pageTexts.webhookList.justNow
    : ago.format(-Math.floor(seconds / length), unit);
}
