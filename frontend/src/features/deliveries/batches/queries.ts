import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../../api/client";
import { every } from "../../../api/polling";
import type {
  BatchedState,
  ReplayBatchRequest,
  ReplayBatchResponse,
  ReplayBatchStartRequest,
} from "../../../api/schema";
import type { BatchFilters } from "./filters";

/** How often a batch is asked for that moves; a page that nobody sees does not ask. */
const movingInterval = 2000;

/** Whether it changes without anybody doing anything: what was begun finishes in any state. */
export function isMoving({ state, progress }: ReplayBatchResponse): boolean {
  return state === "RUNNING" || progress.underWay > 0;
}

export const batchesQuery = (organizationId: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: [organizationId, "batches", "list", cursor],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/replay-batches", {
          params: { path: { organizationId }, query: { cursor, limit: 50 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.items.some(isMoving) ? every(movingInterval)(query) : false,
  });

export const batchQuery = (organizationId: string, batchId: string) =>
  queryOptions({
    queryKey: [organizationId, "batches", "one", batchId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/replay-batches/{batchId}", {
          params: { path: { organizationId, batchId } },
          signal,
        }),
      ),
    refetchInterval: (query) =>
      query.state.data && isMoving(query.state.data) ? every(movingInterval)(query) : false,
  });

export const batchedQuery = (
  organizationId: string,
  batchId: string,
  { state, cursor }: BatchFilters,
) =>
  queryOptions({
    queryKey: [organizationId, "batches", "deliveries", batchId, { state, cursor }],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/replay-batches/{batchId}/deliveries", {
          params: { path: { organizationId, batchId }, query: { state, cursor, limit: 50 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** The ids of those deliveries of a batch that stand somewhere. */
export async function batchedIds(organizationId: string, batchId: string, state: BatchedState) {
  const batched = await readAll((cursor) =>
    client.GET("/api/organizations/{organizationId}/replay-batches/{batchId}/deliveries", {
      params: { path: { organizationId, batchId }, query: { state, cursor, limit: 100 } },
    }),
  );
  return batched.map(({ deliveryId }) => deliveryId);
}

/** A dry run: nothing is sent before somebody starts it. */
export function planBatch(organizationId: string, body: ReplayBatchRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/replay-batches", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export type BatchChange =
  | { to: "start"; confirmed: ReplayBatchStartRequest }
  | { to: "pause" | "resume" | "cancel" };

export function changeBatch(organizationId: string, batchId: string, change: BatchChange) {
  const params = { path: { organizationId, batchId } };
  switch (change.to) {
    case "start":
      return read(
        client.POST("/api/organizations/{organizationId}/replay-batches/{batchId}/start", {
          params,
          body: change.confirmed,
        }),
      );
    case "pause":
      return read(
        client.POST("/api/organizations/{organizationId}/replay-batches/{batchId}/pause", {
          params,
        }),
      );
    case "resume":
      return read(
        client.POST("/api/organizations/{organizationId}/replay-batches/{batchId}/resume", {
          params,
        }),
      );
    case "cancel":
      return read(
        client.POST("/api/organizations/{organizationId}/replay-batches/{batchId}/cancel", {
          params,
        }),
      );
  }
}
