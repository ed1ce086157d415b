import { queryOptions } from "@tanstack/react-query";
import { loadContract } from "../../api/contract";

export const contractQuery = queryOptions({
  queryKey: ["contract"],
  queryFn: ({ signal }) => loadContract(signal),
  staleTime: Number.POSITIVE_INFINITY,
});
