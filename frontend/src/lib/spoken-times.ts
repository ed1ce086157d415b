import { asHour, asMinute, asTimeOfDay } from "./dates";

/** As Inlet writes times into sentences: 26 May 2026, 14:30 UTC; or without the day, or with seconds. */
const spoken = /(?:(\d{1,2} [A-Z][a-z]+ \d{4}), )?(\d{2}:\d{2})(:\d{2})? UTC/g;

/**
 * A stored sentence with its times as all others on the screen: the viewer's. Nothing else in it
 * is touched.
 *
 * @param near when it was written, roughly: the day of a time without one
 */
export function inViewersZone(sentence: string, near: string): string {
  return sentence.replace(spoken, (told: string, day?: string, minute = "", second = "") => {
    const date = new Date(
      day === undefined
        ? `${near.slice(0, 10)}T${minute}${second || ":00"}Z`
        : `${day} ${minute} UTC`,
    );
    if (Number.isNaN(date.getTime())) {
      return told;
    }
    if (day !== undefined) {
      return asMinute(date.toISOString());
    }
    return second ? asTimeOfDay(date) : asHour(date.toISOString());
  });
}
