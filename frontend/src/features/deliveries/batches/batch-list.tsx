import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import tableClasses from "../../../components/data-table.module.css";
import { EmptyState } from "../../../components/empty-state";
import { ReplayIcon } from "../../../components/icons";
import { NewestLink, Paging } from "../../../components/paging";
import { ProblemAlert } from "../../../components/problem-alert";
import { SkeletonRows } from "../../../components/skeleton-rows";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { BatchRow } from "./batch-row";
import { batchesQuery } from "./queries";

interface BatchListProps {
  organizationId: string;
  cursor: string | undefined;
  webhookNames: ReadonlyMap<string, string>;
}

/** The batches of an organization, the newest first. */
export function BatchList({ organizationId, cursor, webhookNames }: BatchListProps) {
  const batches = pageTexts.batches;
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    batchesQuery(organizationId, cursor),
  );
  if (error !== null && (data === undefined || isPlaceholderData)) {
    return (
      <ProblemAlert
        title={batches.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.items.length === 0) {
    return (
      <div className={tableClasses.frame}>
        <NoBatches organizationId={organizationId} cursor={cursor} />
      </div>
    );
  }
  return (
    <>
      {error !== null && (
        <ProblemAlert title={batches.loadFailed} error={error} onRetry={refetch} />
      )}
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${tableClasses.stacked}`}
          aria-label={batches.table}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead>
            <tr>
              <th className={classes.time}>{batches.planned}</th>
              <th className={classes.now}>{batches.state}</th>
              <th>{batches.what}</th>
              <th className={classes.by}>{batches.byColumn}</th>
              <th className={classes.progress}>{batches.progress}</th>
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows columns={5} rows={6} rowClassName={tableClasses.row} />
            ) : (
              data.items.map((batch) => (
                <BatchRow
                  key={batch.id}
                  organizationId={organizationId}
                  batch={batch}
                  webhookNames={webhookNames}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <Paging
          label={batches.paging}
          filters={{ cursor }}
          nextCursor={data.nextCursor}
          count={batches.count(data.items.length)}
        />
      )}
    </>
  );
}

function NoBatches({ organizationId, cursor }: Pick<BatchListProps, "organizationId" | "cursor">) {
  const batches = pageTexts.batches;
  return cursor === undefined ? (
    <EmptyState icon={<ReplayIcon size={20} />} title={batches.emptyTitle} text={batches.emptyText}>
      <Button component={Link} to={paths.deliveries(organizationId)} variant="default">
        {batches.emptyAction}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState icon={<ReplayIcon size={20} />} title={batches.endTitle} text={batches.endText}>
      <NewestLink filters={{ cursor }} />
    </EmptyState>
  );
}
