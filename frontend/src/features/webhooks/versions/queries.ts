import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../../api/client";
import type { WebhookResponse, WebhookVersion, WebhookVersionSummary } from "../../../api/schema";
import { memberText } from "../../../lib/json-text";

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

/** A version with the text of its schema, in which long numbers have all their digits. */
export type VersionInFull = WebhookVersion & { schemaText: string };

/** A version never changes, but for whether it is the current one; the list tells that. */
export const versionQuery = (organizationId: string, webhookId: string, number: number) =>
  queryOptions({
    queryKey: [organizationId, "webhook-versions", webhookId, number],
    queryFn: async ({ signal }): Promise<VersionInFull> => {
      const text = await read(
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}/versions/{number}", {
          params: { path: { organizationId, webhookId, number } },
          parseAs: "text",
          signal,
        }),
      );
      const version = JSON.parse(text) as WebhookVersion;
      return { ...version, schemaText: memberText(text, "schema") };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Makes an earlier version the next one, if nobody saved the webhook since it was read. */
export function restoreVersion(
  organizationId: string,
  { id, revision }: WebhookResponse,
  number: number,
) {
  return read(
    client.POST(
      "/api/organizations/{organizationId}/webhooks/{webhookId}/versions/{number}/restore",
      {
        params: { path: { organizationId, webhookId: id, number } },
        body: { revision },
      },
    ),
  );
}
