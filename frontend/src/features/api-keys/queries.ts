import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../api/client";
import type { ApiKeyRequest, ApiKeyResponse } from "../../api/schema";

export const apiKeysQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "api-keys"],
    queryFn: ({ signal }) =>
      readAll<ApiKeyResponse>((cursor) =>
        client.GET("/api/organizations/{organizationId}/api-keys", {
          params: { path: { organizationId }, query: { cursor, limit: 200 } },
          signal,
        }),
      ),
  });

export function createApiKey(organizationId: string, body: ApiKeyRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/api-keys", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export function revokeApiKey(organizationId: string, apiKeyId: string) {
  return read(
    client.DELETE("/api/organizations/{organizationId}/api-keys/{apiKeyId}", {
      params: { path: { organizationId, apiKeyId } },
    }),
  );
}
