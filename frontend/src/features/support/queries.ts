import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../api/client";
import type { SupportedOrganization, WebhookDefinition } from "../../api/schema";
import type { OrganizationFilters, SupportFilters } from "./filters";

const limit = 50;

export const supportDeliveriesQuery = (filters: SupportFilters) =>
  queryOptions({
    queryKey: ["support", "deliveries", filters],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/support/deliveries", {
          params: { query: { ...queryOf(filters), cursor: filters.cursor, limit } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** How many deliveries all pages have together. */
export const supportDeliveryCountQuery = (filters: SupportFilters) =>
  queryOptions({
    queryKey: ["support", "delivery-count", queryOf(filters)],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/support/deliveries/count", {
          params: { query: queryOf(filters) },
          signal,
        }),
      ),
  });

function queryOf({ organization, webhook, version, cursor: _, ...others }: SupportFilters) {
  return {
    organizationId: organization,
    webhookId: webhook,
    version: version === undefined ? undefined : Number(version),
    ...others,
  };
}

export const supportOrganizationsQuery = (filters: OrganizationFilters) =>
  queryOptions({
    queryKey: ["support", "organizations", "list", filters],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/support/organizations", {
          params: { query: { ...filters, limit } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** All of them, to choose from and to name one: the API shows none alone. */
export const everyOrganizationQuery = queryOptions({
  queryKey: ["support", "organizations", "all"],
  queryFn: ({ signal }) =>
    readAll<SupportedOrganization>((cursor) =>
      client.GET("/api/support/organizations", {
        params: { query: { cursor, limit: 200 } },
        signal,
      }),
    ),
  staleTime: 60_000,
});

export const supportWebhooksQuery = (supportedOrganizationId: string) =>
  queryOptions({
    queryKey: ["support", supportedOrganizationId, "webhooks"],
    queryFn: ({ signal }) =>
      readAll<WebhookDefinition>((cursor) =>
        client.GET("/api/support/organizations/{supportedOrganizationId}/webhooks", {
          params: { path: { supportedOrganizationId }, query: { cursor, limit: 200 } },
          signal,
        }),
      ),
  });

export const supportWebhookQuery = (supportedOrganizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: ["support", supportedOrganizationId, "webhooks", webhookId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/support/organizations/{supportedOrganizationId}/webhooks/{webhookId}", {
          params: { path: { supportedOrganizationId, webhookId } },
          signal,
        }),
      ),
  });

export const maskedDeliveryQuery = (supportedOrganizationId: string, deliveryId: string) =>
  queryOptions({
    queryKey: ["support", supportedOrganizationId, "deliveries", deliveryId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/support/organizations/{supportedOrganizationId}/deliveries/{deliveryId}", {
          params: { path: { supportedOrganizationId, deliveryId } },
          signal,
        }),
      ),
  });

export function revealDelivery(
  supportedOrganizationId: string,
  deliveryId: string,
  reason: string,
) {
  return read(
    client.POST(
      "/api/support/organizations/{supportedOrganizationId}/deliveries/{deliveryId}/reveal",
      { params: { path: { supportedOrganizationId, deliveryId } }, body: { reason } },
    ),
  );
}
