import { queryOptions } from "@tanstack/react-query";
import { client, readAll } from "../../api/client";
import type { WebhookResponse } from "../../api/schema";

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
