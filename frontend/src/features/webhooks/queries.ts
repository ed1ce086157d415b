import { queryOptions } from "@tanstack/react-query";
import { client, readAll } from "../../api/client";
import type { WebhookResponse } from "../../api/schema";

/**
 * The payload that somebody tried on a webhook before it was saved. In memory only, and gone with
 * the session: it may be about people.
 */
export const triedPayloadKey = (organizationId: string, webhookId: string) => [
  organizationId,
  "tried-payload",
  webhookId,
];

export const webhooksQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "webhooks"],
    queryFn: ({ signal }) =>
      readAll<WebhookResponse>((cursor) =>
        client.GET("/api/organizations/{organizationId}/webhooks", {
          params: { path: { organizationId }, query: { cursor, limit: 200 } },
          signal,
        }),
      ),
  });
