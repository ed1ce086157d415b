import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../../api/client";
import { withTyped } from "../../../lib/typed-json";

/**
 * What a schema would have said to the last deliveries of a webhook. It is sent as typed: no digit
 * of a long number is lost.
 */
export const rehearsalQuery = (organizationId: string, webhookId: string, schemaText: string) =>
  queryOptions({
    // Apart from the webhooks: what is loaded anew after a change of them waits for no rehearsal.
    queryKey: [organizationId, "rehearsal", webhookId, schemaText],
    queryFn: ({ signal }) =>
      read(
        client.POST("/api/organizations/{organizationId}/webhooks/{webhookId}/rehearsal", {
          params: { path: { organizationId, webhookId } },
          body: { schema: {}, last: 100 },
          bodySerializer: (body) => withTyped(body, { schema: schemaText }),
          signal,
        }),
      ),
    retry: false,
  });
