import type { ReplayBatchPlan, ReplayBatchStartRequest, ReplayProspect } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";

interface Foretold {
  prospect: ReplayProspect;
  count: number;
}

/** What is foretold of how many, from what is simply done to what cannot be. */
export function prospects(plan: ReplayBatchPlan): Foretold[] {
  return [
    { prospect: "READY", count: plan.ready },
    { prospect: "LOOKS_FIRST", count: plan.looksFirst },
    { prospect: "TOO_EARLY", count: plan.tooEarly },
    { prospect: "SUCCEEDED", count: plan.succeeded },
    { prospect: "UNCERTAIN", count: plan.uncertain },
    { prospect: "INCOMPLETE", count: plan.incomplete },
    { prospect: "IMPOSSIBLE", count: impossibleIn(plan).all },
  ];
}

/**
 * How many cannot be replayed, and how many of them for reasons that are not told. Those that were
 * selected and are kept no longer have a reason, but are not in the batch.
 */
export function impossibleIn({ impossible, impossibleBecause }: ReplayBatchPlan) {
  const told = impossibleBecause.reduce((sum, { count }) => sum + count, 0);
  const all = Math.max(impossible, told);
  return { all, others: all - told };
}

/** What is skipped unless somebody confirms it, and what they confirm. */
export const confirmable: ReadonlyMap<ReplayProspect, string> = new Map([
  ["SUCCEEDED", pageTexts.batches.confirmSucceeded],
  ["UNCERTAIN", pageTexts.batches.confirmUncertain],
  ["INCOMPLETE", pageTexts.batches.confirmIncomplete],
]);

export function confirmedBy(confirmed: ReadonlySet<ReplayProspect>): ReplayBatchStartRequest {
  return {
    isSucceededConfirmed: confirmed.has("SUCCEEDED"),
    isUncertainConfirmed: confirmed.has("UNCERTAIN"),
    isIncompleteConfirmed: confirmed.has("INCOMPLETE"),
  };
}
