import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "../../../api/problem";
import type { ActionDescription } from "../../../api/schema";
import { EmptyState } from "../../../components/empty-state";
import { SearchIcon } from "../../../components/icons";
import { PageHeader } from "../../../components/page-header";
import { ProblemAlert } from "../../../components/problem-alert";
import { useToast } from "../../../components/toast";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import type { Comparison } from "./comparison";
import { currentQuery, versionsQuery } from "./queries";
import { VersionDetail } from "./version-detail";
import { VersionList } from "./version-list";
import classes from "./versions.module.css";

export interface Labels {
  actions: ReadonlyMap<string, ActionDescription>;
  fields: ReadonlyMap<string, string>;
}

interface VersionsProps {
  organizationId: string;
  webhookId: string;
  comparison: Comparison;
  labels: Labels;
  canEdit: boolean;
}

/** How a webhook came to be what it is. */
export function Versions({
  organizationId,
  webhookId,
  comparison,
  labels,
  canEdit,
}: VersionsProps) {
  const list = useQuery(versionsQuery(organizationId, webhookId));
  const { data: webhook } = useQuery(currentQuery(organizationId, webhookId));
  const { toast, say } = useToast();
  const versions = list.data;
  if (versions === undefined) {
    return list.error === null ? (
      <Loading />
    ) : (
      <Failed error={list.error} onRetry={list.refetch} isRetrying={list.isFetching} />
    );
  }
  const number = comparison.version ?? versions[0]?.number;
  const shown = versions.find((each) => each.number === number);
  return (
    <>
      <PageHeader
        title={titleOf(webhook)}
        {...(webhook === null && { intro: pageTexts.versions.deletedNote })}
      />
      <div className={classes.columns}>
        <VersionList versions={versions} shown={number} comparison={comparison} />
        {shown === undefined ? (
          <EmptyState
            icon={<SearchIcon size={20} />}
            title={pageTexts.versions.noSuchVersionTitle}
            text={pageTexts.versions.noSuchVersionText}
          />
        ) : (
          <VersionDetail
            key={shown.number}
            organizationId={organizationId}
            webhookId={webhookId}
            webhook={webhook ?? undefined}
            summary={shown}
            versions={versions}
            comparison={comparison}
            labels={labels}
            canEdit={canEdit}
            onRestored={say}
          />
        )}
      </div>
      {toast}
    </>
  );
}

function Loading() {
  return (
    <>
      <PageHeader title={texts.webhooks.versionHistory} />
      <div className={classes.columns} aria-busy="true">
        <Skeleton height={160} radius={10} />
        <Skeleton height={320} radius={10} />
        <span hidden>{texts.common.loading}</span>
      </div>
    </>
  );
}

function titleOf(webhook: { name: string } | null | undefined): string {
  if (webhook === undefined) {
    return texts.webhooks.versionHistory;
  }
  return pageTexts.versions.titleOf(webhook?.name ?? pageTexts.versions.deletedWebhook);
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
        title={pageTexts.versions.missingTitle}
        text={pageTexts.versions.missingText}
      />
    );
  }
  return (
    <ProblemAlert
      title={pageTexts.versions.loadFailed}
      error={error}
      onRetry={onRetry}
      isRetrying={isRetrying}
    />
  );
}
