import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import tableClasses from "../../components/data-table.module.css";
import { countText } from "../../components/delivery/count-text";
import classes from "../../components/delivery/delivery-list.module.css";
import { EmptyState } from "../../components/empty-state";
import { DeliveriesIcon, SearchIcon } from "../../components/icons";
import { NewestLink, Paging, useTopOfPage } from "../../components/paging";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { isFiltered } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";
import type { SupportFilters } from "./filters";
import { MaskedRow } from "./masked-row";
import { supportDeliveriesQuery, supportDeliveryCountQuery } from "./queries";

/** Deliveries of all organizations. */
export function MaskedList({ filters }: { filters: SupportFilters }) {
  const { data, error, refetch, isFetching, isPlaceholderData, isError } = useQuery(
    supportDeliveriesQuery(filters),
  );
  const top = useRef<HTMLDivElement>(null);
  useTopOfPage(top, filters.cursor);
  const { data: count } = useQuery(supportDeliveryCountQuery(filters));
  if (isError && (data === undefined || isPlaceholderData)) {
    return (
      <ProblemAlert
        title={pageTexts.deliveries.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.items.length === 0) {
    return (
      <div className={tableClasses.frame}>
        <NoDeliveries filters={filters} />
      </div>
    );
  }
  return (
    <>
      {isError && (
        <ProblemAlert title={pageTexts.deliveries.loadFailed} error={error} onRetry={refetch} />
      )}
      <div ref={top} className={`${tableClasses.frame} ${classes.top}`}>
        <table
          className={`${tableClasses.table} ${classes.table}`}
          aria-label={pageTexts.deliveries.table}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead>
            <tr>
              <th className={classes.time}>{pageTexts.deliveries.time}</th>
              <th className={classes.outcome}>{pageTexts.deliveries.outcome}</th>
              <th className={classes.webhook}>{pageTexts.support.organization}</th>
              <th className={classes.webhook}>{pageTexts.deliveries.webhook}</th>
              <th className={classes.error}>{pageTexts.deliveries.error}</th>
              <th className={classes.status}>{pageTexts.deliveries.status}</th>
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows columns={6} rows={12} rowClassName={classes.row} />
            ) : (
              data.items.map((delivery) => <MaskedRow key={delivery.id} delivery={delivery} />)
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <Paging
          label={pageTexts.deliveries.paging}
          filters={filters}
          nextCursor={data.nextCursor}
          previousCursor={data.previousCursor}
          count={count && countText(count)}
        />
      )}
    </>
  );
}

function NoDeliveries({ filters }: { filters: SupportFilters }) {
  if (filters.cursor !== undefined) {
    return (
      <EmptyState
        icon={<DeliveriesIcon size={20} />}
        title={pageTexts.deliveries.endTitle}
        text={pageTexts.deliveries.endText}
      >
        <NewestLink filters={filters} />
      </EmptyState>
    );
  }
  const isSearched = filters.q !== undefined;
  return isFiltered(filters) ? (
    <EmptyState
      icon={<SearchIcon size={20} />}
      title={isSearched ? pageTexts.support.notFoundTitle : pageTexts.deliveries.noMatchTitle}
      text={isSearched ? pageTexts.support.notFoundText : pageTexts.deliveries.noMatchText}
    />
  ) : (
    <EmptyState
      icon={<DeliveriesIcon size={20} />}
      title={pageTexts.deliveries.emptyTitle}
      text={pageTexts.support.deliveriesEmptyText}
    />
  );
}
