import { VisuallyHidden } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { PageAuditEventResponse } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { AuditIcon, SearchIcon } from "../../components/icons";
import { NewestLink, Paging } from "../../components/paging";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { isFiltered } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";
import classes from "./event-list.module.css";
import { EventRow } from "./event-row";
import type { AuditFilters } from "./filters";

interface EventListProps {
  query: UseQueryResult<PageAuditEventResponse>;
  filters: AuditFilters;
  /** What the things are called that events name by an id. */
  names?: ReadonlyMap<string, string>;
  /** Where a delivery is shown. */
  deliveryPath?: (id: string) => string;
  /** Shows only what has to do with one of the events; undefined where nothing narrows the list. */
  onNarrow?: (narrowed: AuditFilters) => void;
}

/** A page of an audit trail. */
export function EventList({ query, filters, names, deliveryPath, onNarrow }: EventListProps) {
  const { data, error, refetch, isFetching, isPlaceholderData, isError } = query;
  if (isError && (data === undefined || isPlaceholderData)) {
    return (
      <ProblemAlert
        title={pageTexts.audit.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.items.length === 0) {
    return (
      <div className={tableClasses.frame}>
        <NoEvents filters={filters} />
      </div>
    );
  }
  return (
    <>
      {isError && (
        <ProblemAlert title={pageTexts.audit.loadFailed} error={error} onRetry={refetch} />
      )}
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
          aria-label={pageTexts.audit.table}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead>
            <tr>
              <th className={classes.time}>{pageTexts.audit.time}</th>
              <th>{pageTexts.audit.event}</th>
              <th className={classes.origin}>{pageTexts.audit.origin}</th>
              {onNarrow !== undefined && (
                <th className={classes.narrow}>
                  <VisuallyHidden>{pageTexts.audit.more}</VisuallyHidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows
                columns={onNarrow === undefined ? 3 : 4}
                rows={12}
                rowClassName={tableClasses.row}
              />
            ) : (
              data.items.map((event) => (
                <EventRow
                  key={event.id}
                  event={event}
                  names={names}
                  deliveryPath={deliveryPath}
                  onNarrow={onNarrow}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <Paging
          label={pageTexts.audit.paging}
          filters={filters}
          nextCursor={data.nextCursor}
          count={pageTexts.audit.count(data.items.length)}
        />
      )}
    </>
  );
}

function NoEvents({ filters }: { filters: AuditFilters }) {
  if (filters.cursor !== undefined) {
    return (
      <EmptyState
        icon={<AuditIcon size={20} />}
        title={pageTexts.audit.endTitle}
        text={pageTexts.audit.endText}
      >
        <NewestLink filters={filters} />
      </EmptyState>
    );
  }
  return isFiltered(filters) ? (
    <EmptyState
      icon={<SearchIcon size={20} />}
      title={pageTexts.audit.noMatchTitle}
      text={pageTexts.audit.noMatchText}
    />
  ) : (
    <EmptyState
      icon={<AuditIcon size={20} />}
      title={pageTexts.audit.emptyTitle}
      text={pageTexts.audit.emptyText}
    />
  );
}
