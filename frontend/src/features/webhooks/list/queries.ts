import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../../api/client";
import { every } from "../../../api/polling";
import type { WebhookActivity } from "../../../api/schema";

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
    refetchInterval: every(30_000),
  });

function byWebhook(items: WebhookActivity[]): ReadonlyMap<string, WebhookActivity> {
  return new Map(items.map((item) => [item.webhookId, item]));
}

export function setPaused(organizationId: string, webhookId: string, isPaused: boolean) {
  return read(
    client.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}/paused", {
      params: { path: { organizationId, webhookId } },
      body: { isPaused },
    }),
  );
}

/** Adds a copy, which the backend makes of what it has stored. */
export function duplicateWebhook(organizationId: string, webhookId: string, name: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks/{webhookId}/duplicate", {
      params: { path: { organizationId, webhookId } },
      body: { name },
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
