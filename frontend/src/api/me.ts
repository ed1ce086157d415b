import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { client, read } from "./client";

/** Who is signed in: the one thing that every feature may need to ask for anew. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => read(client.GET("/api/me", { signal })),
  staleTime: 5 * 60_000,
});

/** Asks anew who is signed in, because something about them has changed. */
export function refreshMe(queryClient: QueryClient) {
  return queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
}
