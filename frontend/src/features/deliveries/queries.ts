import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, read, readFile } from "../../api/client";
import { every } from "../../api/polling";
import type { ExportControllerDeliveryFormat } from "../../api/schema";
import { isUnderWay } from "../../lib/outcomes";
import { type DeliveryFilters, queryOf } from "./filters";

export const deliveriesQuery = (organizationId: string, filters: DeliveryFilters) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "list", filters],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/deliveries", {
          params: {
            path: { organizationId },
            query: { ...queryOf(filters), cursor: filters.cursor, limit: 50 },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** How many deliveries all pages have together. */
export const deliveryCountQuery = (
  organizationId: string,
  filters: DeliveryFilters,
  isLive: boolean,
) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "count", queryOf(filters)],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/deliveries/count", {
          params: { path: { organizationId }, query: queryOf(filters) },
          signal,
        }),
      ),
    refetchInterval: isLive ? every(liveStatisticsInterval) : false,
  });

const fileNames = { CSV: "deliveries.csv", NDJSON: "deliveries.ndjson" };

export function exportDeliveries(
  organizationId: string,
  filters: DeliveryFilters,
  format: ExportControllerDeliveryFormat,
) {
  return readFile(
    client.GET("/api/organizations/{organizationId}/deliveries/export", {
      params: { path: { organizationId }, query: { ...queryOf(filters), format } },
      parseAs: "blob",
    }),
    fileNames[format],
  );
}

export const retentionQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "retention"],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/deliveries/retention", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
  });

/** Sets for how many days deliveries are kept; null for as long as the installation keeps any. */
export function updateRetention(organizationId: string, days: number | null) {
  return read(
    client.PUT("/api/organizations/{organizationId}/deliveries/retention", {
      params: { path: { organizationId } },
      body: { days },
    }),
  );
}

/** How often the list asks for what arrived, where somebody watches it and nothing is streamed. */
export const liveInterval = 2500;

/** Counting reads every delivery of the period, so it is not asked for as often. */
const liveStatisticsInterval = 30_000;

export const statisticsQuery = (
  organizationId: string,
  { webhook, from, to }: Pick<DeliveryFilters, "webhook" | "from" | "to">,
  isLive: boolean,
) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "statistics", { webhook, from, to }],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/deliveries/statistics", {
          params: { path: { organizationId }, query: { webhookId: webhook, from, to } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? every(liveStatisticsInterval) : false,
  });

/** The webhook of a delivery as it is now; the problem is 404 if it was deleted. */
export const webhookQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: [organizationId, "webhooks", webhookId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}", {
          params: { path: { organizationId, webhookId } },
          signal,
        }),
      ),
  });

/** Shows a delivery with nothing masked; the audit trail tells of it. */
export function revealSensitiveProperties(organizationId: string, deliveryId: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/deliveries/{deliveryId}/reveal", {
      params: { path: { organizationId, deliveryId } },
    }),
  );
}

export const deliveryQuery = (organizationId: string, deliveryId: string) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "one", deliveryId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/deliveries/{deliveryId}", {
          params: { path: { organizationId, deliveryId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      isUnderWay(state.data?.outcome) ? pauseUntil(state.data?.nextAttemptAt) : false,
  });

/** Somebody else may hurry what waits, so not all of the time until its next attempt. */
function pauseUntil(nextAttemptAt: string | null | undefined) {
  const left = nextAttemptAt ? Date.parse(nextAttemptAt) - Date.now() : 0;
  return Math.min(Math.max(left, 2_000), 30_000);
}
