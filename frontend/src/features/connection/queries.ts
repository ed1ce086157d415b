import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import { asProblem } from "../../api/problem";
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
  try {
    return await read(
      client.GET("/api/organizations/{organizationId}/connection", {
        params: { path: { organizationId } },
        signal,
      }),
    );
  } catch (error) {
    if (asProblem(error).status === 404) {
      return null;
    }
    throw error;
  }
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
