const deliveries = (count: number) => (count === 1 ? "1 delivery" : `${count} deliveries`);

/** What another schema would have said to the last deliveries. */
export const rehearsal = {
  title: "What it would have said",
  running: "Trying this schema on the last deliveries",
  failed: "The schema could not be tried on the last deliveries",
  none: "No deliveries to try the schema on yet.",
  same: (checked: number) => `The last ${deliveries(checked)} would be judged as before.`,
  worse: (checked: number, count: number) =>
    count === 1
      ? `Of the last ${deliveries(checked)}, 1 that was accepted would be rejected.`
      : `Of the last ${deliveries(checked)}, ${count} that were accepted would be rejected.`,
  better: (count: number) =>
    count === 1
      ? "1 that was rejected would be accepted."
      : `${count} that were rejected would be accepted.`,
  stillSave: "You can save all the same.",
  stillRestore: "You can restore it all the same.",
  newest: (count: number) =>
    count === 1
      ? "Why the newest would be rejected:"
      : `Why the newest ${count} would be rejected:`,
  reason: (count: number, message: string) => `${deliveries(count)}: ${message}`,
  more: (count: number) => `and ${count} more`,
  showAll: (count: number) => `Show all ${count} reasons`,
  showFewer: "Show fewer reasons",
};
