import { texts } from "../texts/texts";
import { inOrder } from "./language";

/** The zone that the browser is set to. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone that the browser knows, UTC and the given one included. */
export function timeZones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen])].sort(inOrder.compare);
}

/** A zone with how far it is from UTC right now: `America/New York (GMT-5)`. */
export function asTimeZone(name: string): string {
  const offset = new Intl.DateTimeFormat(texts.locale, {
    timeZone: name,
    timeZoneName: "shortOffset",
  })
    .formatToParts()
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${name.replaceAll("_", " ")} (${offset ?? "GMT"})`;
}
