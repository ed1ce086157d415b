import type {
  PageBatchedDelivery,
  PageBatchResponse,
  ReplayBatchDelivery,
  ReplayBatchPlan,
  ReplayBatchProgress,
  ReplayBatchResponse,
} from "../api/schema";
import type { Backend } from "./backend";
import { problem } from "./problem";

export const noProspects: ReplayBatchPlan = {
  ready: 0,
  looksFirst: 0,
  tooEarly: 0,
  succeeded: 0,
  uncertain: 0,
  incomplete: 0,
  impossible: 0,
  impossibleBecause: [],
};

export const noProgress: ReplayBatchProgress = {
  waiting: 0,
  underWay: 0,
  succeeded: 0,
  failed: 0,
  unknown: 0,
  skipped: 0,
};

/** A dry run of three deliveries, unless it is said otherwise; its total is that of its progress. */
export function aBatch(changes: Partial<ReplayBatchResponse> = {}): ReplayBatchResponse {
  const progress = changes.progress ?? { ...noProgress, waiting: 3 };
  return {
    id: "018f7777-0000-7000-8000-000000000001",
    state: "PLANNED",
    isAsNow: true,
    filter: null,
    createdAt: "2026-11-23T15:10:00Z",
    createdBy: "grace@northwind.example",
    startedAt: null,
    startedBy: null,
    endedAt: null,
    pauseReason: null,
    plan: { ...noProspects, ready: 3 },
    progress,
    total: Object.values(progress).reduce((sum, count) => sum + count, 0),
    ...changes,
  };
}

export function aStartedBatch(changes: Partial<ReplayBatchResponse> = {}): ReplayBatchResponse {
  return aBatch({
    state: "RUNNING",
    startedAt: "2026-11-23T15:11:00Z",
    startedBy: "otto@northwind.example",
    ...changes,
  });
}

export function aBatched(changes: Partial<ReplayBatchDelivery> = {}): ReplayBatchDelivery {
  return {
    deliveryId: "018f2222-0000-7000-8000-000000000001",
    receivedAt: "2026-11-23T15:04:05.000Z",
    webhookId: "018f1111-0000-7000-8000-000000000001",
    webhookName: "Course completions",
    version: 3,
    prospect: "READY",
    outcomeBefore: "FAILED",
    state: "WAITING",
    reason: null,
    sentence: null,
    ...changes,
  };
}

export const batchesPath = "/organizations/:organizationId/replay-batches";

/** One batch and its deliveries; what is done to it is answered with it as it then is. */
export class Batches {
  deliveries: ReplayBatchDelivery[] = [];
  /** What was asked of its deliveries, the last at the end. */
  readonly searches: URLSearchParams[] = [];
  asked = 0;

  constructor(
    backend: Backend,
    public batch: ReplayBatchResponse,
  ) {
    backend.answers(
      "get",
      batchesPath,
      () => ({ items: [this.batch], nextCursor: null }) satisfies PageBatchResponse,
    );
    backend.answers("post", batchesPath, () => this.batch);
    backend.answers("get", `${batchesPath}/:batchId`, ({ params }) => {
      this.asked += 1;
      return params.batchId === this.batch.id
        ? this.batch
        : problem(404, "not-found", "There is no such thing");
    });
    backend.answers("get", `${batchesPath}/:batchId/deliveries`, ({ request }) => {
      const search = new URL(request.url).searchParams;
      this.searches.push(search);
      const state = search.get("state");
      return {
        items: this.deliveries.filter((each) => state === null || each.state === state),
        nextCursor: null,
      } satisfies PageBatchedDelivery;
    });
    const becomes = (call: string, changes: Partial<ReplayBatchResponse>) =>
      backend.answers("post", `${batchesPath}/:batchId/${call}`, () => {
        this.batch = { ...this.batch, ...changes };
        return this.batch;
      });
    becomes("start", {
      state: "RUNNING",
      startedAt: "2026-11-23T15:11:00Z",
      startedBy: "grace@northwind.example",
    });
    becomes("pause", { state: "PAUSED", pauseReason: null });
    becomes("resume", { state: "RUNNING", pauseReason: null });
    becomes("cancel", { state: "CANCELLED", endedAt: "2026-11-23T15:20:00Z" });
  }
}
