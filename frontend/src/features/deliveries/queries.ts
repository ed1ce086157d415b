import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type { Outcome } from "../../api/schema";
import type { DeliveryFilters } from "./filters";

export const deliveriesQuery = (organizationId: string, filters: DeliveryFilters) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "list", filters],
    queryFn: ({ signal }) => {
      const { webhook, ...others } = filters;
      return read(
        client.GET("/api/organizations/{organizationId}/deliveries", {
          params: { path: { organizationId }, query: { webhookId: webhook, ...others, limit: 50 } },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

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
    refetchInterval: ({ state }) => (isUnderWay(state.data?.outcome) ? 2000 : false),
  });

function isUnderWay(outcome: Outcome | undefined): boolean {
  return outcome === "RECEIVED" || outcome === "QUEUED";
}
