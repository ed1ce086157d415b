import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { asProblem } from "../../../api/problem";
import type { ReplayBatchResponse } from "../../../api/schema";
import { EmptyState } from "../../../components/empty-state";
import { SearchIcon } from "../../../components/icons";
import { PageHeader } from "../../../components/page-header";
import { ProblemAlert } from "../../../components/problem-alert";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { BatchFacts } from "./batch-facts";
import { BatchPlan } from "./batch-plan";
import { BatchProgress } from "./batch-progress";
import { BatchedList } from "./batched-list";
import type { BatchFilters } from "./filters";
import { PausedNotice } from "./paused-notice";
import { batchQuery } from "./queries";
import { type Change, useBatchChange } from "./use-batch-change";

interface BatchDetailProps {
  organizationId: string;
  batchId: string;
  filters: BatchFilters;
  webhookNames: ReadonlyMap<string, string>;
  canReplay: boolean;
}

/** What a batch would do, does or did. */
export function BatchDetail({
  organizationId,
  batchId,
  filters,
  webhookNames,
  canReplay,
}: BatchDetailProps) {
  const { data: batch, error, refetch, isFetching } = useQuery(batchQuery(organizationId, batchId));
  const change = useBatchChange(organizationId, batchId);
  useListAsTheCounts(organizationId, batch);
  if (batch === undefined) {
    return error === null ? (
      <Loading />
    ) : (
      <Failed error={error} onRetry={refetch} isRetrying={isFetching} />
    );
  }
  const shared = { organizationId, batch, change, canReplay };
  return (
    <>
      <PageHeader title={pageTexts.batches.titleOf(batch.total, asNumber(batch.total))} />
      <VisuallyHidden role="status">{pageTexts.batches.states[batch.state]}</VisuallyHidden>
      {error !== null && (
        <ProblemAlert title={pageTexts.batches.oneLoadFailed} error={error} onRetry={refetch} />
      )}
      <ChangeProblem batch={batch} change={change} />
      <PausedNotice organizationId={organizationId} batch={batch} />
      <BatchFacts batch={batch} webhookNames={webhookNames} />
      {batch.state === "PLANNED" ? <BatchPlan {...shared} /> : <BatchProgress {...shared} />}
      {batch.total > 0 && (
        <BatchedList organizationId={organizationId} batch={batch} filters={filters} />
      )}
    </>
  );
}

/** The list is asked for whenever the counts say that it is another one. */
function useListAsTheCounts(organizationId: string, batch: ReplayBatchResponse | undefined) {
  const queryClient = useQueryClient();
  const counts = batch && JSON.stringify(batch.progress);
  const id = batch?.id;
  const known = useRef(counts);
  useEffect(() => {
    if (known.current !== undefined && known.current !== counts) {
      void queryClient.invalidateQueries({
        queryKey: [organizationId, "batches", "deliveries", id],
      });
      void queryClient.invalidateQueries({
        queryKey: [organizationId, "deliveries"],
        refetchType: "none",
      });
    }
    known.current = counts;
  }, [organizationId, id, counts, queryClient]);
}

/** In which state each change is offered: what is in another one was changed by somebody else. */
const offeredIn = { start: "PLANNED", pause: "RUNNING", resume: "PAUSED", cancel: "PLANNED" };

function ChangeProblem({ batch, change }: { batch: ReplayBatchResponse; change: Change }) {
  const { error, isPending, variables, reset } = change;
  // What was started is cancelled by a question, which tells it itself.
  const isTold = variables?.to === "cancel" && batch.startedAt;
  if (error === null || isPending || variables === undefined || isTold) {
    return null;
  }
  const batches = pageTexts.batches;
  const isChanged = error.is("conflict") || batch.state !== offeredIn[variables.to];
  return (
    <ProblemAlert
      title={isChanged ? batches.changedTitle : batches.changeFailed}
      error={error}
      onClose={reset}
    />
  );
}

function Loading() {
  return (
    <div aria-busy="true">
      <PageHeader title={pageTexts.batches.titleUnknown} />
      <Skeleton height={14} width="40%" />
      <Skeleton height={180} mt="md" radius={10} />
      <Skeleton height={260} mt="md" radius={10} />
      <span hidden>{texts.common.loading}</span>
    </div>
  );
}

interface FailedProps {
  error: Error;
  onRetry: () => void;
  isRetrying: boolean;
}

function Failed({ error, onRetry, isRetrying }: FailedProps) {
  const { status } = asProblem(error);
  if (status === 404 || status === 400) {
    return (
      <EmptyState
        level={1}
        icon={<SearchIcon size={20} />}
        title={pageTexts.batches.notFoundTitle}
        text={pageTexts.batches.notFoundText}
      />
    );
  }
  return (
    <>
      <PageHeader title={pageTexts.batches.titleUnknown} />
      <ProblemAlert
        title={pageTexts.batches.oneLoadFailed}
        error={error}
        onRetry={onRetry}
        isRetrying={isRetrying}
      />
    </>
  );
}
