import type { BatchedState, BatchState, ReplayBatchResponse } from "../../../api/schema";
import { Badge, type Tone } from "../../../components/badge";
import * as pageTexts from "../../../texts/page-texts";

const tones: Record<BatchState, Tone> = {
  PLANNED: "gray",
  RUNNING: "blue",
  PAUSED: "amber",
  DONE: "green",
  CANCELLED: "gray",
};

export const batchedTones: Record<BatchedState, Tone> = {
  WAITING: "gray",
  UNDER_WAY: "blue",
  SUCCEEDED: "green",
  FAILED: "red",
  UNKNOWN: "violet",
  SKIPPED: "amber",
};

export function BatchStateBadge({ state, startedAt }: ReplayBatchResponse) {
  const isDiscarded = state === "CANCELLED" && !startedAt;
  return (
    <Badge tone={tones[state]}>
      {isDiscarded ? pageTexts.batches.discarded : pageTexts.batches.states[state]}
    </Badge>
  );
}

export function BatchedStateBadge({ state }: { state: BatchedState }) {
  return <Badge tone={batchedTones[state]}>{pageTexts.batches.batchedStates[state]}</Badge>;
}
