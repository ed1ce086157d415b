const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const moment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** The formats that are told from a value alone, each with how. */
const known: Record<string, (text: string) => boolean> = {
  date: (text) => day.test(text) && isOnCalendar(text),
  "date-time": (text) => moment.test(text) && isOnCalendar(text.slice(0, 10)),
  email: (text) => text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  uri: (text) => /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text),
  uuid: (text) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text),
};

export const formats = Object.keys(known);

/** The format that all texts among some values have; undefined if there is none. */
export function formatOf(values: readonly unknown[]): string | undefined {
  const written = values.filter((value) => typeof value === "string");
  return written.length === 0
    ? undefined
    : formats.find((format) => written.every((text) => known[format]?.(text)));
}

function isOnCalendar(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
