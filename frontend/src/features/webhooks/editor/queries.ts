import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../../api/client";
import type {
  PanelName,
  PreviewRequest,
  RehearsalRequest,
  WebhookRequest,
} from "../../../api/schema";

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

/** The panels of the tenant's iMIS. */
export const panelsQuery = (organizationId: string, type: string) =>
  queryOptions({
    queryKey: [organizationId, "actions", type, "panels"],
    queryFn: ({ signal }) =>
      readAll<PanelName>(() =>
        client.GET("/api/organizations/{organizationId}/actions/{type}/panels", {
          params: { path: { organizationId, type } },
          signal,
        }),
      ),
    staleTime: 60_000,
    retry: false,
  });

export const panelQuery = (organizationId: string, type: string, panel: string) =>
  queryOptions({
    queryKey: [organizationId, "actions", type, "panels", panel],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/actions/{type}/panels/{panel}", {
          params: { path: { organizationId, type, panel } },
          signal,
        }),
      ),
    staleTime: 60_000,
    retry: false,
  });

/** What a schema would have said to the last deliveries of a webhook. */
export const rehearsalQuery = (organizationId: string, webhookId: string, body: RehearsalRequest) =>
  queryOptions({
    queryKey: [organizationId, "webhooks", webhookId, "rehearsal", body],
    queryFn: ({ signal }) =>
      read(
        client.POST("/api/organizations/{organizationId}/webhooks/{webhookId}/rehearsal", {
          params: { path: { organizationId, webhookId } },
          body,
          signal,
        }),
      ),
    retry: false,
  });

export function createWebhook(organizationId: string, body: WebhookRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export function updateWebhook(organizationId: string, webhookId: string, body: WebhookRequest) {
  return read(
    client.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}", {
      params: { path: { organizationId, webhookId } },
      body,
    }),
  );
}

/** What is wrong with the text of a schema, or which properties it names. */
export const schemaCheckQuery = (organizationId: string, text: string) =>
  queryOptions({
    queryKey: [organizationId, "schema-check", text],
    queryFn: ({ signal }) =>
      read(
        client.POST("/api/organizations/{organizationId}/webhooks/check-schema", {
          params: { path: { organizationId } },
          body: text,
          bodySerializer: (typed) => typed ?? "",
          headers: { "Content-Type": "text/plain" },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function previewWebhook(organizationId: string, body: PreviewRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks/preview", {
      params: { path: { organizationId } },
      body,
    }),
  );
}
