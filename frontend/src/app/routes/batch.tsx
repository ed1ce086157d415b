import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { BackLink } from "../../components/back-link";
import { BatchDetail } from "../../features/deliveries/batches/batch-detail";
import { readBatchFilters } from "../../features/deliveries/batches/filters";
import { webhooksQuery } from "../../features/webhooks/queries";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";
import { useAccess } from "../use-me";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const batchId = useRouteParam("batchId");
  const [search] = useSearchParams();
  const access = useAccess(organizationId);
  const { data: webhooks = [] } = useQuery(webhooksQuery(organizationId));
  return (
    <>
      <BackLink to={paths.batches(organizationId)}>{pageTexts.batches.backToAll}</BackLink>
      <BatchDetail
        key={batchId}
        organizationId={organizationId}
        batchId={batchId}
        filters={readBatchFilters(search)}
        webhookNames={new Map(webhooks.map(({ id, name }) => [id, name]))}
        canReplay={access?.can("REPLAY_DELIVERIES") ?? false}
      />
    </>
  );
}
