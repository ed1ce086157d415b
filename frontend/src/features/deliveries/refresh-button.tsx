import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshIcon } from "../../components/icons";
import { WorkButton } from "../../components/work-button";
import * as pageTexts from "../../texts/page-texts";

export function RefreshButton({ organizationId }: { organizationId: string }) {
  const queryClient = useQueryClient();
  // Not whether anything is being fetched: a live list is fetched all the time.
  const refresh = useMutation({
    mutationFn: () => queryClient.invalidateQueries({ queryKey: [organizationId, "deliveries"] }),
  });
  return (
    <WorkButton
      variant="default"
      leftSection={<RefreshIcon />}
      loading={refresh.isPending}
      onClick={() => refresh.mutate()}
    >
      {pageTexts.deliveries.refresh}
    </WorkButton>
  );
}
