import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useSearchParams } from "react-router";
import type { WebhookResponse, WebhookVersionSummary } from "../../../api/schema";
import { ProblemAlert } from "../../../components/problem-alert";
import { ViewChoice } from "../../../components/view-choice";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { type Comparison, searchOf } from "./comparison";
import { versionQuery } from "./queries";
import { Restore } from "./restore";
import { VersionContent, VersionDifference } from "./version-difference";
import type { Labels } from "./versions";
import classes from "./versions.module.css";

interface VersionDetailProps {
  organizationId: string;
  webhookId: string;
  /** Undefined once it is deleted, or until it is known. */
  webhook: WebhookResponse | undefined;
  summary: WebhookVersionSummary;
  versions: WebhookVersionSummary[];
  comparison: Comparison;
  labels: Labels;
  canEdit: boolean;
  onRestored: (sentence: string) => void;
}

/** One version, and what differs from the one before or from the current one. */
export function VersionDetail({
  organizationId,
  webhookId,
  webhook,
  summary,
  versions,
  comparison,
  labels,
  canEdit,
  onRestored,
}: VersionDetailProps) {
  const id = useId();
  const [, setSearch] = useSearchParams();
  const { number, isCurrent } = summary;
  const previous = versions.find((each) => each.number < number)?.number;
  const current = versions.find((each) => each.isCurrent)?.number;
  // Where only one of the two can be shown, there is nothing to choose.
  const canChoose = !isCurrent && previous !== undefined && current !== undefined;
  const isBesideCurrent = canChoose
    ? comparison.beside === "current"
    : previous === undefined && !isCurrent && comparison.beside === "current";
  const other = isBesideCurrent ? current : previous;

  const shown = useQuery(versionQuery(organizationId, webhookId, number));
  const beside = useQuery({
    ...versionQuery(organizationId, webhookId, other ?? number),
    enabled: other !== undefined,
  });
  const failed = [shown, beside].find((query) => query.isError);

  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {pageTexts.versions.version(number)}
        </h2>
        {canEdit && webhook !== undefined && shown.data !== undefined && !isCurrent && (
          <Restore
            organizationId={organizationId}
            webhook={webhook}
            version={shown.data}
            onRestored={onRestored}
          />
        )}
      </div>
      <div className={classes.compare}>
        <span>{headingOf(other, isBesideCurrent)}</span>
        {canChoose && (
          <ViewChoice
            label={pageTexts.versions.compareWith}
            value={comparison.beside}
            onChange={(beside) =>
              setSearch(searchOf({ version: number, beside }), {
                replace: true,
                preventScrollReset: true,
              })
            }
            views={[
              { value: "previous", label: pageTexts.versions.withPrevious },
              { value: "current", label: pageTexts.versions.withCurrent },
            ]}
          />
        )}
      </div>
      {failed !== undefined && (
        <ProblemAlert
          title={pageTexts.versions.versionFailed}
          error={failed.error}
          onRetry={failed.refetch}
          isRetrying={failed.isFetching}
        />
      )}
      {failed === undefined &&
        (shown.data === undefined || (other !== undefined && beside.data === undefined)) && (
          <Skeleton height={260} mt="lg" aria-label={texts.common.loading} />
        )}
      {shown.data !== undefined && other === undefined && (
        <VersionContent version={shown.data} labels={labels} />
      )}
      {shown.data !== undefined && other !== undefined && beside.data !== undefined && (
        <VersionDifference before={beside.data} after={shown.data} labels={labels} />
      )}
    </section>
  );
}

function headingOf(other: number | undefined, isCurrent: boolean): string {
  if (other === undefined) {
    return pageTexts.versions.first;
  }
  return isCurrent
    ? pageTexts.versions.comparedToCurrent(other)
    : pageTexts.versions.comparedToPrevious(other);
}
