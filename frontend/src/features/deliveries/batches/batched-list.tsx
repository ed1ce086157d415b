import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { BatchedState, ReplayBatchResponse } from "../../../api/schema";
import tableClasses from "../../../components/data-table.module.css";
import { EmptyState } from "../../../components/empty-state";
import { DeliveriesIcon } from "../../../components/icons";
import { Paging } from "../../../components/paging";
import { ProblemAlert } from "../../../components/problem-alert";
import { Section } from "../../../components/section";
import { SkeletonRows } from "../../../components/skeleton-rows";
import { writeFilters } from "../../../lib/filters";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { BatchedRow } from "./batched-row";
import { countOf } from "./counts";
import { type BatchFilters, batchedStates } from "./filters";
import { batchedQuery } from "./queries";

interface BatchedListProps {
  organizationId: string;
  batch: ReplayBatchResponse;
  filters: BatchFilters;
}

/** The deliveries of a batch, and where each stands. */
export function BatchedList({ organizationId, batch, filters }: BatchedListProps) {
  const batches = pageTexts.batches;
  return (
    <Section title={batches.listTitle}>
      <nav className={classes.states} aria-label={batches.listFilter}>
        <StateLink state={undefined} count={batch.total} filters={filters} />
        {batchedStates
          .map((state) => ({ state, count: countOf(batch.progress, state) }))
          .filter(({ state, count }) => count > 0 || state === filters.state)
          .map(({ state, count }) => (
            <StateLink key={state} state={state} count={count} filters={filters} />
          ))}
      </nav>
      <Rows organizationId={organizationId} batch={batch} filters={filters} />
    </Section>
  );
}

interface StateLinkProps {
  /** Undefined for all. */
  state: BatchedState | undefined;
  count: number;
  filters: BatchFilters;
}

function StateLink({ state, count, filters }: StateLinkProps) {
  const batches = pageTexts.batches;
  const label = state === undefined ? batches.listAll : batches.batchedStates[state];
  return (
    <Link
      className={classes.state}
      to={{ search: writeFilters({ state }).toString() }}
      preventScrollReset
      aria-current={filters.state === state ? "true" : undefined}
    >
      {label} <span className={classes.count}>{asNumber(count)}</span>
    </Link>
  );
}

function Rows({ organizationId, batch, filters }: BatchedListProps) {
  const batches = pageTexts.batches;
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    batchedQuery(organizationId, batch.id, filters),
  );
  if (error !== null && (data === undefined || isPlaceholderData)) {
    return (
      <ProblemAlert
        title={batches.listLoadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.items.length === 0) {
    return (
      <div className={tableClasses.frame}>
        <EmptyState
          icon={<DeliveriesIcon size={20} />}
          title={batches.listEmptyTitle}
          text={batches.listEmpty}
        />
      </div>
    );
  }
  return (
    <>
      {error !== null && (
        <ProblemAlert title={batches.listLoadFailed} error={error} onRetry={refetch} />
      )}
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${tableClasses.stacked} ${classes.batched}`}
          aria-label={batches.listTable}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead>
            <tr>
              <th className={classes.time}>{batches.time}</th>
              <th className={classes.now}>{batches.now}</th>
              <th className={classes.webhook}>{batches.webhook}</th>
              <th className={classes.before}>{batches.before}</th>
              <th>{batches.happened}</th>
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows columns={5} rows={8} rowClassName={tableClasses.row} />
            ) : (
              data.items.map((batched) => (
                <BatchedRow
                  key={batched.deliveryId}
                  organizationId={organizationId}
                  batchId={batch.id}
                  batched={batched}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <Paging
          label={batches.listPaging}
          filters={filters}
          nextCursor={data.nextCursor}
          count={undefined}
          older={batches.listNext}
          newest={batches.listFirst}
        />
      )}
    </>
  );
}
