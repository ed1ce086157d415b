import { useMutation, useQueryClient } from "@tanstack/react-query";
import { choicesQuery, panelQuery, panelsQuery } from "./queries";

/** Reads the panels again, and the fields of the one that is chosen. */
export function usePanelRefresh(organizationId: string, type: string, panel: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await queries.fetchQuery({ ...panelsQuery(organizationId, type, true), staleTime: 0 });
      if (panel !== null) {
        await queries.fetchQuery({
          ...panelQuery(organizationId, type, panel, true),
          staleTime: 0,
        });
      }
    },
    // What a look at the panel found stands at the webhooks that use it.
    onSettled: () => queries.invalidateQueries({ queryKey: [organizationId, "webhooks"] }),
  });
}

export function useChoiceRefresh(organizationId: string, type: string, field: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      queries.fetchQuery({ ...choicesQuery(organizationId, type, field, true), staleTime: 0 }),
  });
}
