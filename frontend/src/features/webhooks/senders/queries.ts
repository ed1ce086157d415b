import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../../api/client";
import type { VerificationRequest } from "../../../api/schema";

const path = (organizationId: string, webhookId: string) => ({
  params: { path: { organizationId, webhookId } },
});

export const verificationQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: [organizationId, "verification", webhookId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}/verification", {
          ...path(organizationId, webhookId),
          signal,
        }),
      ),
  });

export function saveVerification(
  organizationId: string,
  webhookId: string,
  body: VerificationRequest,
) {
  return read(
    client.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}/verification", {
      ...path(organizationId, webhookId),
      body,
    }),
  );
}

export function endOldSecret(organizationId: string, webhookId: string) {
  return read(
    client.DELETE(
      "/api/organizations/{organizationId}/webhooks/{webhookId}/verification/old-secret",
      path(organizationId, webhookId),
    ),
  );
}

export const urlQuery = (organizationId: string, webhookId: string) =>
  queryOptions({
    queryKey: [organizationId, "webhook-url", webhookId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/webhooks/{webhookId}/url", {
          ...path(organizationId, webhookId),
          signal,
        }),
      ),
  });

export function renewUrl(organizationId: string, webhookId: string, overlapHours: number) {
  return read(
    client.POST("/api/organizations/{organizationId}/webhooks/{webhookId}/url", {
      ...path(organizationId, webhookId),
      body: { overlapHours },
    }),
  );
}

export function endOldUrl(organizationId: string, webhookId: string) {
  return read(
    client.DELETE(
      "/api/organizations/{organizationId}/webhooks/{webhookId}/url/old",
      path(organizationId, webhookId),
    ),
  );
}
