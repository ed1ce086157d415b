import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "../api/problem";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && asProblem(error).isPassing,
      },
    },
  });
}
