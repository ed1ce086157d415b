import type { BatchedState } from "../../../api/schema";
import { readText } from "../../../lib/filters";

/** Where the deliveries of a batch stand, in the order of their way through it. */
export const batchedStates: readonly BatchedState[] = [
  "WAITING",
  "UNDER_WAY",
  "SUCCEEDED",
  "FAILED",
  "UNKNOWN",
  "SKIPPED",
];

/** What narrows the deliveries of a batch, and which of their pages; lives in the URL. */
export interface BatchFilters {
  state?: BatchedState | undefined;
  cursor?: string | undefined;
}

export function readBatchFilters(search: URLSearchParams): BatchFilters {
  const state = readText(search, "state");
  return {
    state: batchedStates.find((each) => each === state),
    cursor: readText(search, "cursor"),
  };
}
