import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../../api/client";
import type { DeliveryBody } from "../../../api/schema";
import { prettyJson } from "../../../lib/json";

/** The last few deliveries of a webhook. */
export const lastDeliveriesQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: [organizationId, "deliveries", "last-of", webhookId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/deliveries", {
          params: { path: { organizationId }, query: { webhookId, limit: 8 } },
          signal,
        }),
      ),
  });

/** A payload that was received. */
export interface ReceivedText {
  text: string;
  /** Whether it is not what came: values are masked, or were left out. */
  isChanged: boolean;
}

/** What was received with a delivery, to be tried anew; undefined if that is no whole text. */
export async function receivedText(
  organizationId: string,
  deliveryId: string,
): Promise<ReceivedText | undefined> {
  const { body, masked, leftOut } = await read(
    client.GET("/api/organizations/{organizationId}/deliveries/{deliveryId}", {
      params: { path: { organizationId, deliveryId } },
    }),
  );
  return isWholeText(body)
    ? {
        text: prettyJson(body.content) ?? body.content,
        isChanged: masked.length > 0 || leftOut.length > 0,
      }
    : undefined;
}

function isWholeText({ encoding, content, isPartial }: DeliveryBody): boolean {
  return encoding === "utf-8" && content.trim() !== "" && !isPartial;
}
