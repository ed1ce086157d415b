import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../../api/problem";
import type { ReplayBatchResponse } from "../../../api/schema";
import { type BatchChange, batchQuery, changeBatch } from "./queries";

/** Starts, pauses, resumes or cancels a batch. */
export function useBatchChange(organizationId: string, batchId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = batchQuery(organizationId, batchId);
  return useMutation<ReplayBatchResponse, ApiProblem, BatchChange>({
    mutationFn: (change) => changeBatch(organizationId, batchId, change),
    onSuccess: async (batch) => {
      // One that was asked for before would bring back how it stood then.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, batch);
      void queryClient.invalidateQueries({ queryKey: [organizationId, "batches", "list"] });
    },
    // Somebody else was faster, or it is through: the page is to show that.
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}

export type Change = ReturnType<typeof useBatchChange>;
