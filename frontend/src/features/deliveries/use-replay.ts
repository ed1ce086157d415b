import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, read } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import type { DeliveryDetail, ReplayRequest } from "../../api/schema";
import { deliveryQuery } from "./queries";

export function useReplay(organizationId: string, deliveryId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = deliveryQuery(organizationId, deliveryId);
  return useMutation<DeliveryDetail, ApiProblem, ReplayRequest>({
    mutationFn: (request) =>
      read(
        client.POST("/api/organizations/{organizationId}/deliveries/{deliveryId}/replay", {
          params: { path: { organizationId, deliveryId } },
          body: request,
        }),
      ),
    onSuccess: async (delivery) => {
      // One that was asked for before the replay ended would bring back how it stood then.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, delivery);
      void queryClient.invalidateQueries({ queryKey: [organizationId, "deliveries", "list"] });
      void queryClient.invalidateQueries({
        queryKey: [organizationId, "deliveries", "statistics"],
      });
    },
    // Whatever stood in the way, the page may show what is no longer so.
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}
