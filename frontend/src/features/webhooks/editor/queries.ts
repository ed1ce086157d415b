import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../../api/client";
import type { ActionDefinition, WebhookRequest, WebhookResponse } from "../../../api/schema";
import { memberText } from "../../../lib/json-text";
import { withTyped } from "../../../lib/typed-json";

/** A webhook with the text of its schema, in which long numbers have all their digits. */
export type EditedWebhook = WebhookResponse & { schemaText: string };

export const webhookQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    // Not the key of those who read it parsed: here the schema stays text.
    queryKey: [organizationId, "webhooks", webhookId, "edited"],
    queryFn: async ({ signal }): Promise<EditedWebhook> => {
      const text = await read(
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}", {
          params: { path: { organizationId, webhookId } },
          parseAs: "text",
          signal,
        }),
      );
      const webhook = JSON.parse(text) as WebhookResponse;
      const schemaText = memberText(text, "schema") || JSON.stringify(webhook.schema);
      return { ...webhook, schemaText };
    },
  });

// Read on the tenant's side at most every ten minutes, unless somebody asks for it.
const ofTarget = { staleTime: 60_000, retry: false } as const;

/** The panels of the tenant's iMIS. */
export const panelsQuery = (organizationId: string, type: string, refresh?: true) =>
  queryOptions({
    queryKey: [organizationId, "actions", type, "panels"],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/actions/{type}/panels", {
          params: { path: { organizationId, type }, query: { ...(refresh && { refresh }) } },
          signal,
        }),
      ),
    ...ofTarget,
  });

export const panelQuery = (organizationId: string, type: string, panel: string, refresh?: true) =>
  queryOptions({
    queryKey: [organizationId, "actions", type, "panels", panel],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/actions/{type}/panels/{panel}", {
          params: { path: { organizationId, type, panel }, query: { ...(refresh && { refresh }) } },
          signal,
        }),
      ),
    ...ofTarget,
  });

/** What the tenant's iMIS suggests for a field. */
export const choicesQuery = (organizationId: string, type: string, field: string, refresh?: true) =>
  queryOptions({
    queryKey: [organizationId, "actions", type, "choices", field],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/actions/{type}/choices/{field}", {
          params: { path: { organizationId, type, field }, query: { ...(refresh && { refresh }) } },
          signal,
        }),
      ),
    ...ofTarget,
  });

// Schemas and payloads are sent as typed, here and below: no digit of a long number is lost.

export function createWebhook(organizationId: string, body: WebhookRequest, schemaText: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks", {
      params: { path: { organizationId } },
      body,
      bodySerializer: (described) => withTyped(described, { schema: schemaText }),
    }),
  );
}

export function updateWebhook(
  organizationId: string,
  webhookId: string,
  body: WebhookRequest,
  schemaText: string,
) {
  return read(
    client.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}", {
      params: { path: { organizationId, webhookId } },
      body,
      bodySerializer: (described) => withTyped(described, { schema: schemaText }),
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

/** A definition as it is typed, and a payload to try on it. */
export interface Trial {
  action: ActionDefinition;
  schemaText: string;
  payloadText: string;
}

/** What would become of a payload. */
export const previewQuery = (organizationId: string, trial: Trial) =>
  queryOptions({
    queryKey: [organizationId, "preview", trial],
    queryFn: ({ signal }) =>
      read(
        client.POST("/api/organizations/{organizationId}/webhooks/preview", {
          params: { path: { organizationId } },
          ...bodyOf(trial),
          signal,
        }),
      ),
    staleTime: 60_000,
  });

/** Really writes a record, in the time that a delivery would have. */
export function testWebhook(organizationId: string, trial: Trial, deadlineSeconds: number) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks/test", {
      params: { path: { organizationId } },
      ...bodyOf(trial, { deadlineSeconds }),
    }),
  );
}

function bodyOf<M extends object>({ action, schemaText, payloadText }: Trial, more?: M) {
  return {
    body: { schema: {}, action, payload: {}, ...more },
    bodySerializer: (body: object) => withTyped(body, { schema: schemaText, payload: payloadText }),
  };
}

/** What well-known senders send along, the same each time they send something again. */
export const keyPresetsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "idempotency-presets"],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/idempotency-presets", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
