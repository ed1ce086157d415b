import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "../../components/page-header";
import { EndpointList } from "../../features/alerts/endpoint-list";
import { IncidentList } from "../../features/alerts/incident-list";
import { RuleList } from "../../features/alerts/rule-list";
import { membersQuery } from "../../features/people/queries";
import { webhooksQuery } from "../../features/webhooks/queries";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";

export function Component() {
  return (
    <Permitted to="VIEW_ALERTS">
      {({ membership, can }) => (
        <Alerts organizationId={membership.organizationId} canEdit={can("EDIT_ALERTS")} />
      )}
    </Permitted>
  );
}

function Alerts({ organizationId, canEdit }: { organizationId: string; canEdit: boolean }) {
  const { data: webhooks } = useQuery(webhooksQuery(organizationId));
  const { data: members } = useQuery(membersQuery(organizationId));
  return (
    <>
      <PageHeader title={pageTexts.alerts.title} intro={pageTexts.alerts.intro} />
      <IncidentList organizationId={organizationId} />
      <RuleList
        organizationId={organizationId}
        webhooks={webhooks ?? []}
        members={members ?? []}
        canEdit={canEdit}
      />
      {canEdit && <EndpointList organizationId={organizationId} />}
    </>
  );
}
