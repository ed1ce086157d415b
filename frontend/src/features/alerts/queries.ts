import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../api/client";
import { every } from "../../api/polling";
import type {
  AlertEndpointChange,
  AlertEndpointResponse,
  AlertRuleRequest,
  AlertRuleResponse,
} from "../../api/schema";

const lookAgainMs = 30_000;

export const rulesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "alert-rules"],
    queryFn: ({ signal }) =>
      readAll<AlertRuleResponse>(() =>
        client.GET("/api/organizations/{organizationId}/alerts/rules", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
  });

export const incidentsQuery = (organizationId: string) =>
  infiniteQueryOptions({
    queryKey: [organizationId, "incidents"],
    queryFn: ({ signal, pageParam }) =>
      read(
        client.GET("/api/organizations/{organizationId}/alerts/incidents", {
          params: {
            path: { organizationId },
            query: { limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: every(lookAgainMs),
  });

export const endpointsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "alert-endpoints"],
    queryFn: ({ signal }) =>
      readAll<AlertEndpointResponse>(() =>
        client.GET("/api/organizations/{organizationId}/alerts/endpoints", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
  });

export const messagesQuery = (organizationId: string, endpointId: string) =>
  queryOptions({
    queryKey: [organizationId, "alert-messages", endpointId],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}/alerts/endpoints/{endpointId}/messages", {
          params: { path: { organizationId, endpointId }, query: { limit: 20 } },
          signal,
        }),
      ),
    // What was sent a moment ago is what is looked for.
    staleTime: 0,
  });

/** Creates a rule, or changes the one with the id. */
export function saveRule(organizationId: string, id: string | undefined, body: AlertRuleRequest) {
  return id === undefined
    ? read(
        client.POST("/api/organizations/{organizationId}/alerts/rules", {
          params: { path: { organizationId } },
          body,
        }),
      )
    : read(
        client.PUT("/api/organizations/{organizationId}/alerts/rules/{ruleId}", {
          params: { path: { organizationId, ruleId: id } },
          body,
        }),
      );
}

export function deleteRule(organizationId: string, ruleId: string) {
  return read(
    client.DELETE("/api/organizations/{organizationId}/alerts/rules/{ruleId}", {
      params: { path: { organizationId, ruleId } },
    }),
  );
}

export function createEndpoint(organizationId: string, url: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/alerts/endpoints", {
      params: { path: { organizationId } },
      body: { url },
    }),
  );
}

export function updateEndpoint(
  organizationId: string,
  endpointId: string,
  body: AlertEndpointChange,
) {
  return read(
    client.PUT("/api/organizations/{organizationId}/alerts/endpoints/{endpointId}", {
      params: { path: { organizationId, endpointId } },
      body,
    }),
  );
}

export function deleteEndpoint(organizationId: string, endpointId: string) {
  return read(
    client.DELETE("/api/organizations/{organizationId}/alerts/endpoints/{endpointId}", {
      params: { path: { organizationId, endpointId } },
    }),
  );
}

export function renewSecret(organizationId: string, endpointId: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/alerts/endpoints/{endpointId}/secret", {
      params: { path: { organizationId, endpointId } },
    }),
  );
}

export function testEndpoint(organizationId: string, endpointId: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/alerts/endpoints/{endpointId}/test", {
      params: { path: { organizationId, endpointId } },
    }),
  );
}
