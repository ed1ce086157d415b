import { useQuery } from "@tanstack/react-query";
import tableClasses from "../../components/data-table.module.css";
import classes from "../../components/delivery/delivery-list.module.css";
import { Paging } from "../../components/paging";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { texts } from "../../texts/texts";
import { DeliveryRow } from "./delivery-row";
import type { DeliveryFilters } from "./filters";
import { NoDeliveries } from "./no-deliveries";
import { deliveriesQuery } from "./queries";

interface DeliveryListProps {
  organizationId: string;
  filters: DeliveryFilters;
}

export function DeliveryList({ organizationId, filters }: DeliveryListProps) {
  const { data, error, refetch, isFetching, isPlaceholderData, isError } = useQuery(
    deliveriesQuery(organizationId, filters),
  );
  if (isError && (data === undefined || isPlaceholderData)) {
    return (
      <ProblemAlert
        title={texts.deliveries.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.items.length === 0) {
    return <NoDeliveries organizationId={organizationId} filters={filters} />;
  }
  return (
    <>
      {isError && (
        <ProblemAlert title={texts.deliveries.loadFailed} error={error} onRetry={refetch} />
      )}
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${classes.table}`}
          aria-label={texts.deliveries.table}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead>
            <tr>
              <th className={classes.time}>{texts.deliveries.time}</th>
              <th className={classes.outcome}>{texts.deliveries.outcome}</th>
              <th className={classes.webhook}>{texts.deliveries.webhook}</th>
              <th className={classes.error}>{texts.deliveries.error}</th>
              <th className={classes.status}>{texts.deliveries.status}</th>
              <th className={classes.record}>{texts.deliveries.record}</th>
              <th className={classes.duration}>{texts.deliveries.duration}</th>
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows columns={7} rows={12} rowClassName={classes.row} />
            ) : (
              data.items.map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  organizationId={organizationId}
                  delivery={delivery}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <Paging
          label={texts.deliveries.paging}
          filters={filters}
          nextCursor={data.nextCursor}
          count={texts.deliveries.count(data.items.length)}
        />
      )}
    </>
  );
}
