import type { OutcomeCounts } from "../../../api/schema";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";

export type CountedOutcome = keyof Omit<OutcomeCounts, "startsAt">;
export type Counts = Record<CountedOutcome, number>;

/** In the order in which they are told and stacked. */
export const countedOutcomes: CountedOutcome[] = [
  "succeeded",
  "rejected",
  "failed",
  "unknown",
  "underWay",
];

export function sumOf(hours: readonly Counts[]): Counts {
  const sum = { succeeded: 0, rejected: 0, failed: 0, unknown: 0, underWay: 0 };
  for (const hour of hours) {
    for (const outcome of countedOutcomes) {
      sum[outcome] += hour[outcome];
    }
  }
  return sum;
}

export function totalOf(counts: Counts): number {
  return countedOutcomes.reduce((total, outcome) => total + counts[outcome], 0);
}

/** "40 succeeded, 1 failed". */
export function inWords(counts: Counts): string {
  const parts = countedOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => pageTexts.webhookList.counts[outcome](counts[outcome]));
  return parts.length === 0 ? pageTexts.webhookList.nothing : asList(parts);
}
