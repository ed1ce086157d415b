import { queryOptions, useMutation } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import type {
  AcceptRequest,
  LoginRequest,
  SetPasswordRequest,
  SignUpRequest,
} from "../../api/schema";
import { session } from "../../api/session";

export async function signIn(body: LoginRequest) {
  session.begin(await read(client.POST("/api/auth/login", { body })));
}

export async function signUp(body: SignUpRequest) {
  session.begin(await read(client.POST("/api/auth/sign-up", { body })));
}

export function useSignOut() {
  return useMutation<unknown, ApiProblem, void>({
    mutationFn: () => read(client.POST("/api/auth/logout")),
    onSuccess: () => session.end("signed-out"),
  });
}

export function sendPasswordLink(email: string) {
  return read(client.POST("/api/auth/forgot-password", { body: { email } }));
}

/** Every session of the user ends, the one of this page included. */
export async function setPassword(body: SetPasswordRequest) {
  await read(client.POST("/api/auth/set-password", { body }));
  session.end("signed-out");
}

export function confirmEmail(token: string) {
  return read(client.POST("/api/auth/confirm-email", { body: { token } }));
}

export const offerQuery = (token: string) =>
  queryOptions({
    queryKey: ["offer", token],
    queryFn: ({ signal }) =>
      read(client.POST("/api/auth/invitations/show", { body: { token }, signal })),
    gcTime: 0,
  });

export async function acceptAsNewUser(body: AcceptRequest) {
  session.begin(await read(client.POST("/api/auth/invitations/accept", { body })));
}

export function acceptAsUser(token: string) {
  return read(client.POST("/api/me/memberships/accept", { body: { token } }));
}
