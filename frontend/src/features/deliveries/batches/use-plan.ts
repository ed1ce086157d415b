import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import type { ApiProblem } from "../../../api/problem";
import type { ReplayBatchRequest, ReplayBatchResponse } from "../../../api/schema";
import { paths } from "../../../lib/paths";
import { batchQuery, planBatch } from "./queries";

/** Makes a dry run, and goes to the page that tells what it came to. */
export function usePlan(organizationId: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  return useMutation<ReplayBatchResponse, ApiProblem, ReplayBatchRequest>({
    mutationFn: (request) => planBatch(organizationId, request),
    onSuccess: (batch) => {
      queryClient.setQueryData(batchQuery(organizationId, batch.id).queryKey, batch);
      void queryClient.invalidateQueries({ queryKey: [organizationId, "batches", "list"] });
      navigate(paths.batch(organizationId, batch.id), { state: { listSearch: search } });
    },
  });
}
