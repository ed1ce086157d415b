import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "../../components/page-header";
import { actionLabelsQuery } from "../../features/actions/queries";
import { WebhookList } from "../../features/webhooks/webhook-list";
import { useRouteParam } from "../../lib/use-route-param";
import { texts } from "../../texts/texts";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const actionLabels = useQuery(actionLabelsQuery(organizationId));
  return (
    <>
      <PageHeader title={texts.webhooks.title} intro={texts.webhooks.intro} />
      <WebhookList organizationId={organizationId} actionLabels={actionLabels.data} />
    </>
  );
}
