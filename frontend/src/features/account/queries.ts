import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type {
  DisableSecondFactorRequest,
  EmailRequest,
  MeRequest,
  PasswordRequest,
} from "../../api/schema";
import { session } from "../../api/session";

export function updateProfile(body: MeRequest) {
  return read(client.PUT("/api/me", { body }));
}

export function changeEmail(body: EmailRequest) {
  return read(client.PUT("/api/me/email", { body }));
}

export function changePassword(body: PasswordRequest) {
  return read(client.PUT("/api/me/password", { body }));
}

export function beginSecondFactor(password: string) {
  return read(client.POST("/api/me/second-factor", { body: { password } }));
}

export function confirmSecondFactor(code: string) {
  return read(client.POST("/api/me/second-factor/confirm", { body: { code } }));
}

export function renewRecoveryCodes(code: string) {
  return read(client.POST("/api/me/second-factor/recovery-codes", { body: { code } }));
}

export function disableSecondFactor(body: DisableSecondFactorRequest) {
  return read(client.POST("/api/me/second-factor/disable", { body }));
}

export const sessionsQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: ({ signal }) => read(client.GET("/api/me/sessions", { signal })),
  select: ({ items }) => items,
});

export function endSession(sessionId: string) {
  return read(client.DELETE("/api/me/sessions/{sessionId}", { params: { path: { sessionId } } }));
}

export async function endAllSessions() {
  await read(client.DELETE("/api/me/sessions"));
  session.end("signed-out");
}

export function leaveOrganization(organizationId: string) {
  return read(
    client.DELETE("/api/me/memberships/{membershipOrganizationId}", {
      params: { path: { membershipOrganizationId: organizationId } },
    }),
  );
}
