import { queryOptions } from "@tanstack/react-query";
import { client, read, readAll } from "../../api/client";
import type {
  InvitationRequest,
  InvitationResponse,
  Member,
  PermissionResponse,
  Role,
} from "../../api/schema";

/** Who may do what: the same for every organization, and as long as the backend's version runs. */
export const permissionsQuery = queryOptions({
  queryKey: ["permissions"],
  queryFn: ({ signal }) =>
    readAll<PermissionResponse>(() => client.GET("/api/permissions", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const membersQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "members"],
    queryFn: ({ signal }) =>
      readAll<Member>((cursor) =>
        client.GET("/api/organizations/{organizationId}/members", {
          params: { path: { organizationId }, query: { cursor, limit: 200 } },
          signal,
        }),
      ),
  });

export const invitationsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "invitations"],
    queryFn: ({ signal }) =>
      readAll<InvitationResponse>((cursor) =>
        client.GET("/api/organizations/{organizationId}/invitations", {
          params: { path: { organizationId }, query: { cursor, limit: 200 } },
          signal,
        }),
      ),
  });

export function changeRole(organizationId: string, userId: string, role: Role) {
  return read(
    client.PUT("/api/organizations/{organizationId}/members/{userId}", {
      params: { path: { organizationId, userId } },
      body: { role },
    }),
  );
}

export function removeMember(organizationId: string, userId: string) {
  return read(
    client.DELETE("/api/organizations/{organizationId}/members/{userId}", {
      params: { path: { organizationId, userId } },
    }),
  );
}

export function invite(organizationId: string, body: InvitationRequest) {
  return read(
    client.POST("/api/organizations/{organizationId}/invitations", {
      params: { path: { organizationId } },
      body,
    }),
  );
}

export function resendInvitation(organizationId: string, invitationId: string) {
  return read(
    client.POST("/api/organizations/{organizationId}/invitations/{invitationId}/resend", {
      params: { path: { organizationId, invitationId } },
    }),
  );
}

export function revokeInvitation(organizationId: string, invitationId: string) {
  return read(
    client.DELETE("/api/organizations/{organizationId}/invitations/{invitationId}", {
      params: { path: { organizationId, invitationId } },
    }),
  );
}
