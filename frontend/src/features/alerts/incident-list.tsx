import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { IncidentResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { ExactTime } from "../../components/exact-time";
import { CheckIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { Section } from "../../components/section";
import { SkeletonRows } from "../../components/skeleton-rows";
import { WorkButton } from "../../components/work-button";
import { asMinute } from "../../lib/dates";
import { writeFilters } from "../../lib/filters";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import classes from "./alerts.module.css";
import { incidentsQuery, rulesQuery } from "./queries";

const dayMinutes = 24 * 60;

/** What fails now, and below it what did. */
export function IncidentList({ organizationId }: { organizationId: string }) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(incidentsQuery(organizationId));
  const { data: rules } = useQuery(rulesQuery(organizationId));
  const rejecting = new Set(rules?.filter((rule) => rule.countsRejected).map(({ id }) => id));
  const incidents = data?.pages.flatMap(({ items }) => items);
  return (
    <Section title={pageTexts.alerts.incidents}>
      {incidents === undefined && error !== null ? (
        <ProblemAlert
          title={pageTexts.alerts.incidentsFailed}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : (
        <div className={tableClasses.frame}>
          {incidents?.length === 0 ? (
            <EmptyState
              icon={<CheckIcon size={20} />}
              title={pageTexts.alerts.noIncidentsTitle}
              text={pageTexts.alerts.noIncidentsText}
            />
          ) : (
            <table
              className={`${tableClasses.table} ${tableClasses.stacked}`}
              aria-label={pageTexts.alerts.incidentsTable}
              aria-busy={incidents === undefined}
            >
              <thead>
                <tr>
                  <th>{pageTexts.alerts.what}</th>
                  <th className={classes.state} />
                  <th className={classes.time}>{pageTexts.alerts.since}</th>
                  <th className={classes.time}>{pageTexts.alerts.until}</th>
                </tr>
              </thead>
              <tbody>
                {incidents === undefined ? (
                  <SkeletonRows columns={4} rows={2} rowClassName={tableClasses.row} />
                ) : (
                  incidents.map((incident) => (
                    <IncidentRow
                      key={incident.id}
                      organizationId={organizationId}
                      incident={incident}
                      countsRejected={rejecting.has(incident.ruleId)}
                    />
                  ))
                )}
              </tbody>
            </table>
          )}
        </div>
      )}
      {hasNextPage && (
        <WorkButton
          variant="default"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {pageTexts.alerts.older}
        </WorkButton>
      )}
    </Section>
  );
}

interface IncidentRowProps {
  organizationId: string;
  incident: IncidentResponse;
  /** Whether what was rejected is among what is counted. */
  countsRejected: boolean;
}

function IncidentRow({ organizationId, incident, countsRejected }: IncidentRowProps) {
  const { openedAt, closedAt, toldAt, mailsLeftOut } = incident;
  return (
    <tr className={tableClasses.row}>
      <td className={classes.what}>
        {pageTexts.alerts.incident(incident, countsRejected)}
        <Link className={classes.deliveries} to={deliveriesOf(organizationId, incident)}>
          {pageTexts.alerts.seeDeliveries}
        </Link>
        {closedAt == null && toldAt == null && (
          <span className={classes.note}>{pageTexts.alerts.notToldYet}</span>
        )}
        {mailsLeftOut > 0 && (
          <span className={classes.note}>{pageTexts.alerts.mailsLeftOut(mailsLeftOut)}</span>
        )}
      </td>
      <td>
        <State incident={incident} />
      </td>
      <td className={tableClasses.muted}>
        <span className={tableClasses.caption}>{pageTexts.alerts.since} </span>
        <ExactTime instant={openedAt} format={asMinute} />
      </td>
      <td className={tableClasses.muted}>
        {closedAt != null && (
          <>
            <span className={tableClasses.caption}>{pageTexts.alerts.until} </span>
            <ExactTime instant={closedAt} format={asMinute} />
          </>
        )}
      </td>
    </tr>
  );
}

/** Those that it is about: they came before it was noticed. */
function deliveriesOf(
  organizationId: string,
  { webhookId, openedAt, closedAt, periodMinutes }: IncidentResponse,
): string {
  const before = (periodMinutes ?? dayMinutes) * 60_000;
  const filters = {
    webhook: webhookId ?? undefined,
    from: new Date(Date.parse(openedAt) - before).toISOString(),
    to: closedAt ?? undefined,
  };
  return paths.deliveries(organizationId, `?${writeFilters(filters)}`);
}

function State({ incident: { closedAt, isRecovered } }: { incident: IncidentResponse }) {
  if (closedAt == null) {
    return <Badge tone="red">{pageTexts.alerts.isOpen}</Badge>;
  }
  return isRecovered ? (
    <Badge tone="green">{pageTexts.alerts.isRecovered}</Badge>
  ) : (
    <Badge tone="gray">{pageTexts.alerts.isDropped}</Badge>
  );
}
