import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { ExportMenu } from "../../components/export-menu";
import { PageHeader } from "../../components/page-header";
import { EventList } from "../../features/audit/event-list";
import { FilterBar } from "../../features/audit/filter-bar";
import { type AuditFilters, readFilters } from "../../features/audit/filters";
import { auditEventsQuery, exportAuditEvents } from "../../features/audit/queries";
import { webhooksQuery } from "../../features/webhooks/queries";
import { writeFilters } from "../../lib/filters";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";

export function Component() {
  return (
    <Permitted to="VIEW_AUDIT_EVENTS">
      {({ membership }) => <AuditPage organizationId={membership.organizationId} />}
    </Permitted>
  );
}

function AuditPage({ organizationId }: { organizationId: string }) {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const events = useQuery(auditEventsQuery(organizationId, filters));
  const { data: webhooks } = useQuery(webhooksQuery(organizationId));
  const names = new Map(webhooks?.map(({ id, name }) => [id, name]));
  const show = (changed: AuditFilters) => setSearch(writeFilters(changed));
  return (
    <>
      <PageHeader title={pageTexts.audit.title} intro={pageTexts.audit.intro}>
        <ExportMenu load={(format) => exportAuditEvents(organizationId, filters, format)} />
      </PageHeader>
      <FilterBar filters={filters} events={events.data?.items ?? []} onChange={show} />
      <EventList
        query={events}
        filters={filters}
        names={names}
        deliveryPath={(id) => paths.delivery(organizationId, id)}
        onNarrow={(narrowed) => show({ ...filters, ...narrowed, cursor: undefined })}
      />
    </>
  );
}
