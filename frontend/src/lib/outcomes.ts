import type { Outcome } from "../api/schema";
import { texts } from "../texts/texts";

const outcomes = Object.keys(texts.outcomes) as Outcome[];

export const outcomeOptions = outcomes.map((value) => ({
  value,
  label: texts.outcomes[value].label,
}));

export function asOutcome(value: string | undefined): Outcome | undefined {
  return outcomes.find((outcome) => outcome === value);
}

/** Whether its outcome is still to come. */
export function isUnderWay(outcome: Outcome | undefined): boolean {
  return outcome === "RECEIVED" || outcome === "QUEUED";
}
