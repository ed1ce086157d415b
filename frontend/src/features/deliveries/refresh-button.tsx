import { Button } from "@mantine/core";
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { RefreshIcon } from "../../components/icons";
import { texts } from "../../texts/texts";

export function RefreshButton({ organizationId }: { organizationId: string }) {
  const queryClient = useQueryClient();
  const queryKey = [organizationId, "deliveries", "list"];
  const isFetching = useIsFetching({ queryKey }) > 0;
  return (
    <Button
      variant="default"
      leftSection={<RefreshIcon />}
      loading={isFetching}
      onClick={() => queryClient.invalidateQueries({ queryKey })}
    >
      {texts.deliveries.refresh}
    </Button>
  );
}
