import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../../api/client";
import type { WebhookResponse, WebhookVersion, WebhookVersionSummary } from "../../../api/schema";
import { saveWebhook } from "../list/queries";

const keyOf = (organizationId: string, webhookId: string) => [
  organizationId,
  "webhooks",
  webhookId,
];

/** A webhook as it is now; null once it is deleted. */
export const currentQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: [...keyOf(organizationId, webhookId), "current"],
    queryFn: async ({ signal }): Promise<WebhookResponse | null> => {
      const call = client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}", {
        params: { path: { organizationId, webhookId } },
        signal,
      });
      return (await call).response.status === 404 ? null : read(call);
    },
  });

export const versionsQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: [...keyOf(organizationId, webhookId), "versions"],
    queryFn: ({ signal }) =>
      readAll<WebhookVersionSummary>((cursor) =>
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}/versions", {
          params: { path: { organizationId, webhookId }, query: { cursor, limit: 200 } },
          signal,
        }),
      ),
  });

/** A version never changes, but for whether it is the current one; the list tells that. */
export const versionQuery = (organizationId: string, webhookId: string, number: number) =>
  queryOptions({
    queryKey: [organizationId, "webhook-versions", webhookId, number],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}/versions/{number}", {
          params: { path: { organizationId, webhookId, number } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Makes what an earlier version said the next version. */
export function restoreVersion(
  organizationId: string,
  { id, name, revision }: WebhookResponse,
  { schema, action, acknowledgement, deadlineSeconds }: WebhookVersion,
) {
  return saveWebhook(organizationId, id, {
    ...{ name, revision },
    ...{ schema, action, acknowledgement, deadlineSeconds },
  });
}
