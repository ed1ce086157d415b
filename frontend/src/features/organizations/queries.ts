import { queryOptions } from "@tanstack/react-query";
import { client, read, readFile } from "../../api/client";
import type { DeletionRequest, FoundRequest, OrganizationRequest } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";

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

export function exportOrganization(organizationId: string) {
  return readFile(
    client.GET("/api/organizations/{organizationId}/export", {
      params: { path: { organizationId } },
      parseAs: "blob",
    }),
    pageTexts.offboarding.exportName,
  );
}

export function deleteOrganization(organizationId: string, body: DeletionRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/delete", {
      params: { path: { organizationId } },
      body,
    }),
  );
}
