import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { BackLink } from "../../components/back-link";
import { PageHeader } from "../../components/page-header";
import { BatchList } from "../../features/deliveries/batches/batch-list";
import { webhooksQuery } from "../../features/webhooks/queries";
import { readText } from "../../lib/filters";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const [search] = useSearchParams();
  const { data: webhooks = [] } = useQuery(webhooksQuery(organizationId));
  return (
    <>
      <BackLink to={paths.deliveries(organizationId)}>{pageTexts.batches.back}</BackLink>
      <PageHeader title={pageTexts.batches.title} intro={pageTexts.batches.intro} />
      <BatchList
        organizationId={organizationId}
        cursor={readText(search, "cursor")}
        webhookNames={new Map(webhooks.map(({ id, name }) => [id, name]))}
      />
    </>
  );
}
