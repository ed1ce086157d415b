import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { refreshMe } from "../api/me";
import { asProblem } from "../api/problem";

export function createQueryClient(): QueryClient {
  // An organization began to demand a second factor: whoever asks anew who they are is told so.
  const onError = (error: unknown) => {
    if (asProblem(error).is("second-factor-required")) {
      refreshMe(queryClient).catch(() => undefined);
    }
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && asProblem(error).isPassing,
      },
    },
  });
  return queryClient;
}
