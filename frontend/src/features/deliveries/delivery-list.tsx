import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useRef } from "react";
import { every } from "../../api/polling";
import tableClasses from "../../components/data-table.module.css";
import { countText } from "../../components/delivery/count-text";
import classes from "../../components/delivery/delivery-list.module.css";
import { Paging, useTopOfPage } from "../../components/paging";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import * as pageTexts from "../../texts/page-texts";
import { SelectPage, SelectRow } from "./batches/select-cells";
import selectionClasses from "./batches/selection.module.css";
import { useSelection } from "./batches/use-selection";
import { DeliveryRow } from "./delivery-row";
import type { WebhookOption } from "./filter-bar";
import { type DeliveryFilters, queryOf } from "./filters";
import { NewDeliveries } from "./new-deliveries";
import { NoDeliveries } from "./no-deliveries";
import { deliveriesQuery, deliveryCountQuery, liveInterval } from "./queries";
import { useLivePage } from "./use-live-page";
import { useLiveStream } from "./use-live-stream";

const SelectionBar = lazy(async () => ({
  default: (await import("./batches/selection-bar")).SelectionBar,
}));

interface DeliveryListProps {
  organizationId: string;
  filters: DeliveryFilters;
  /** The one that was chosen. */
  webhook: WebhookOption | undefined;
  /** Whether what arrives is shown as it arrives. */
  isLive: boolean;
  canReplay: boolean;
}

export function DeliveryList({
  organizationId,
  filters,
  webhook,
  isLive,
  canReplay,
}: DeliveryListProps) {
  const queryClient = useQueryClient();
  const isListening = useLiveStream({
    organizationId,
    filters,
    isLive,
    onNews: () =>
      queryClient.refetchQueries({ queryKey: deliveriesQuery(organizationId, filters).queryKey }),
  });
  const { data, error, refetch, isFetching, isPlaceholderData, isError } = useQuery({
    ...deliveriesQuery(organizationId, filters),
    refetchInterval: isLive && !isListening && every(liveInterval),
  });
  const { data: count } = useQuery(deliveryCountQuery(organizationId, filters, isLive));
  const top = useRef<HTMLDivElement>(null);
  useTopOfPage(top, filters.cursor);
  const page = useLivePage(isPlaceholderData ? undefined : data, {
    key: JSON.stringify(filters),
    isLive,
    top,
  });
  const shown = page.shown ?? data;
  const selection = useSelection(JSON.stringify(queryOf(filters)));
  const selectPage = useRef<HTMLInputElement>(null);
  const ids = shown?.items.map(({ id }) => id) ?? [];
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
  if (shown?.items.length === 0) {
    return (
      <NoDeliveries
        organizationId={organizationId}
        filters={filters}
        webhook={webhook}
        isSearchedWhole={shown.isSearchedWhole}
      />
    );
  }
  return (
    <>
      {isError && (
        <ProblemAlert title={pageTexts.deliveries.loadFailed} error={error} onRetry={refetch} />
      )}
      {shown?.isSearchedWhole === false && (
        <p className={tableClasses.note}>{pageTexts.deliveries.partlySearched}</p>
      )}
      <NewDeliveries
        page={page}
        onShow={() => top.current?.scrollIntoView({ block: "nearest", behavior: "instant" })}
      />
      <div ref={top} className={`${tableClasses.frame} ${classes.top}`}>
        <table
          className={`${tableClasses.table} ${classes.table}`}
          aria-label={pageTexts.deliveries.table}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead className={canReplay ? selectionClasses.head : undefined}>
            <tr>
              {canReplay && <SelectPage selection={selection} ids={ids} checkbox={selectPage} />}
              <th className={classes.time}>{pageTexts.deliveries.time}</th>
              <th className={classes.outcome}>{pageTexts.deliveries.outcome}</th>
              <th className={classes.webhook}>{pageTexts.deliveries.webhook}</th>
              <th className={classes.error}>{pageTexts.deliveries.error}</th>
              <th className={classes.status}>{pageTexts.deliveries.status}</th>
              <th className={classes.record}>{pageTexts.deliveries.record}</th>
              <th className={classes.duration}>{pageTexts.deliveries.duration}</th>
            </tr>
          </thead>
          <tbody className={canReplay ? selectionClasses.body : undefined}>
            {shown === undefined ? (
              <SkeletonRows columns={canReplay ? 8 : 7} rows={12} rowClassName={classes.row} />
            ) : (
              shown.items.map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  organizationId={organizationId}
                  delivery={delivery}
                  isNew={page.isNew(delivery.id)}
                  lead={
                    canReplay && <SelectRow selection={selection} delivery={delivery} ids={ids} />
                  }
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {selection.ids.size > 0 && (
        <Suspense fallback={null}>
          <SelectionBar
            organizationId={organizationId}
            filters={{ ...filters, cursor: undefined }}
            selection={selection}
            isOneOfMore={
              ids.every((id) => selection.ids.has(id)) &&
              Boolean(shown?.nextCursor ?? shown?.previousCursor)
            }
            onCleared={() => selectPage.current?.focus()}
          />
        </Suspense>
      )}
      {shown !== undefined && (
        <Paging
          label={pageTexts.deliveries.paging}
          filters={filters}
          nextCursor={shown.nextCursor}
          previousCursor={shown.previousCursor}
          count={count && countText(count)}
        />
      )}
    </>
  );
}
