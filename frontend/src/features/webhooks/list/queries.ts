import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../../api/client";
import type { WebhookActivity, WebhookRequest, WebhookResponse } from "../../../api/schema";

/** What each webhook did lately, by its id; asked for again while somebody looks at it. */
export const activityQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "activity"],
    queryFn: ({ signal }) =>
      readAll<WebhookActivity>(() =>
        client.GET("/api/organizations/{organizationId}/deliveries/activity", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
    select: byWebhook,
    refetchInterval: 30_000,
  });

function byWebhook(items: WebhookActivity[]): ReadonlyMap<string, WebhookActivity> {
  return new Map(items.map((item) => [item.webhookId, item]));
}

/** The whole of a webhook, as it is sent to change a part of it. */
export function definitionOf(webhook: WebhookResponse): WebhookRequest {
  const { name, schema, action, acknowledgement, deadlineSeconds, revision } = webhook;
  return { name, schema, action, acknowledgement, deadlineSeconds, revision };
}

export function saveWebhook(organizationId: string, webhookId: string, body: WebhookRequest) {
  return read(
    client.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}", {
      params: { path: { organizationId, webhookId } },
      body,
    }),
  );
}

export function setPaused(organizationId: string, webhookId: string, isPaused: boolean) {
  return read(
    client.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}/paused", {
      params: { path: { organizationId, webhookId } },
      body: { isPaused },
    }),
  );
}

export function addWebhook(organizationId: string, body: WebhookRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export function deleteWebhook(organizationId: string, webhookId: string) {
  return read(
    client.DELETE("/api/organizations/{organizationId}/webhooks/{webhookId}", {
      params: { path: { organizationId, webhookId } },
    }),
  );
}
