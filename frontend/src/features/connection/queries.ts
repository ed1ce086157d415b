import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type { ConnectionRequest, ConnectionResponse } from "../../api/schema";

/** The connection of an organization; null if it has none yet. */
export const connectionQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "connection"],
    queryFn: ({ signal }) => connectionOrNull(organizationId, signal),
  });

async function connectionOrNull(
  organizationId: string,
  signal: AbortSignal,
): Promise<ConnectionResponse | null> {
  const connection: ConnectionResponse | undefined = await read(
    client.GET("/api/organizations/{organizationId}/connection", {
      params: { path: { organizationId } },
      signal,
    }),
  );
  // Nothing is answered where there is none.
  return connection ?? null;
}

export function updateConnection(organizationId: string, body: ConnectionRequest) {
  return read(
    client.PUT("/api/organizations/{organizationId}/connection", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export function testConnection(organizationId: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/connection/test", {
      params: { path: { organizationId } },
    }),
  );
}
