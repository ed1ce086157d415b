import { texts } from "../texts/texts";
import { asNumber } from "./language";

const withSeconds = format({
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const toTheMinute = format({ month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
const dayOnly = format({ year: "numeric", month: "short", day: "numeric" });
const timeOfDay = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const hourOfDay = format({ hour: "2-digit", minute: "2-digit" });
const dayOfMonth = format({ month: "short", day: "numeric" });
const exact = format({
  dateStyle: "full",
  timeStyle: "long",
});

const withTenths = new Intl.NumberFormat(texts.locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

function format(options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(texts.locale, { ...options, hourCycle: "h23" });
}

/** A moment of the last months, in the viewer's zone. */
export function asMoment(instant: string): string {
  return withSeconds.format(new Date(instant));
}

export function asMinute(instant: string): string {
  return toTheMinute.format(new Date(instant));
}

export function asDay(instant: string): string {
  return dayOnly.format(new Date(instant));
}

/** A round time of one day. */
export function asHour(instant: string): string {
  return hourOfDay.format(new Date(instant));
}

/** A day of this year. */
export function asDate(instant: string): string {
  return dayOfMonth.format(new Date(instant));
}

/** A moment of the next minutes. */
export function asTimeOfDay(date: Date): string {
  return timeOfDay.format(date);
}

/** The instant twice: as the viewer would say it, zone included, and as it is on the wire. */
export function asExact(instant: string): string {
  return `${exact.format(new Date(instant))}\n${instant}`;
}

export function asDuration(from: string, to: string): string {
  return asMilliseconds(Math.max(0, Date.parse(to) - Date.parse(from)));
}

/** How long something took, as long as it is. */
export function asMilliseconds(milliseconds: number): string {
  if (milliseconds < 1000) {
    return texts.units.milliseconds(asNumber(Math.round(milliseconds)));
  }
  const seconds = milliseconds / 1000;
  return seconds < 60
    ? texts.units.seconds(withTenths.format(seconds))
    : texts.units.minutes(asNumber(Math.round(seconds / 60)));
}

/** An instant as the value of an `input` of type `datetime-local`, which knows no zones. */
export function toLocalInput(instant: string | undefined): string {
  if (instant === undefined) {
    return "";
  }
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function fromLocalInput(value: string): string | undefined {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
