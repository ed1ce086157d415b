import type { BatchedState, ReplayBatchProgress, ReplayBatchResponse } from "../../../api/schema";

const counters: Record<BatchedState, keyof ReplayBatchProgress> = {
  WAITING: "waiting",
  UNDER_WAY: "underWay",
  SUCCEEDED: "succeeded",
  FAILED: "failed",
  UNKNOWN: "unknown",
  SKIPPED: "skipped",
};

export function countOf(progress: ReplayBatchProgress, state: BatchedState): number {
  return progress[counters[state]];
}

/** How many nothing more happens to. */
export function endedOf({ total, progress }: ReplayBatchResponse): number {
  return total - progress.waiting - progress.underWay;
}
