import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type { FoundRequest, OrganizationRequest } from "../../api/schema";

export const organizationQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "organization"],
    queryFn: ({ signal }) =>
      read(
        client.GET("/api/organizations/{organizationId}", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
  });

export function updateOrganization(organizationId: string, body: OrganizationRequest) {
  return read(
    client.PUT("/api/organizations/{organizationId}", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export function foundOrganization(body: FoundRequest) {
  return read(client.POST("/api/me/memberships/found", { body }));
}
