import { queryOptions, useMutation } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import type { LoginRequest, TokenResponse } from "../../api/schema";
import { session } from "../../api/session";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => read(client.GET("/api/me", { signal })),
  staleTime: 5 * 60_000,
});

export function useSignIn(onSignedIn: () => void) {
  return useMutation<TokenResponse, ApiProblem, LoginRequest>({
    mutationFn: (body) => read(client.POST("/api/auth/login", { body })),
    onSuccess: (token) => {
      session.begin(token);
      onSignedIn();
    },
  });
}

export function useSignOut() {
  return useMutation<unknown, ApiProblem, void>({
    mutationFn: () => read(client.POST("/api/auth/logout")),
    onSuccess: () => session.end("signed-out"),
  });
}
