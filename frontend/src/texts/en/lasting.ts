const times = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** How long so many seconds are, as people say it: 90 minutes, 24 hours, 3 days. */
export function lasting(seconds: number): string {
  if (seconds % 60 !== 0) {
    return times(seconds, "second", "seconds");
  }
  const minutes = seconds / 60;
  if (minutes % 60 !== 0) {
    return times(minutes, "minute", "minutes");
  }
  const hours = minutes / 60;
  return hours >= 48 && hours % 24 === 0
    ? times(hours / 24, "day", "days")
    : times(hours, "hour", "hours");
}
