import { Anchor, VisuallyHidden } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { WebhookActivity } from "../../../api/schema";
import tableClasses from "../../../components/data-table.module.css";
import { SkeletonRows } from "../../../components/skeleton-rows";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "../webhook-list.module.css";
import { WebhookRow } from "../webhook-row";
import type { WebhookActions } from "./row-actions";
import { SortHead } from "./sort-head";
import type { ListedWebhook, ListView } from "./view";

interface WebhookTableProps {
  organizationId: string;
  /** Undefined while they are loaded. */
  shown: ListedWebhook[] | undefined;
  /** How many there are, shown or not. */
  all: number;
  activity: UseQueryResult<ReadonlyMap<string, WebhookActivity>>;
  view: ListView;
  onView: (view: ListView) => void;
  actions: WebhookActions | undefined;
}

export function WebhookTable({
  organizationId,
  shown,
  all,
  activity,
  view,
  onView,
  actions,
}: WebhookTableProps) {
  return (
    <>
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${classes.table}`}
          aria-label={texts.webhooks.table}
          aria-busy={shown === undefined}
          data-can-edit={actions !== undefined || undefined}
        >
          <thead>
            <tr>
              <SortHead column="name" className={classes.name} view={view} onChange={onView} />
              <SortHead column="status" className={classes.status} view={view} onChange={onView} />
              <th className={classes.url}>{texts.webhooks.url}</th>
              <SortHead
                column="lastDelivery"
                className={classes.last}
                view={view}
                onChange={onView}
              />
              <th className={classes.day}>{pageTexts.webhookList.lastDay}</th>
              <th className={classes.actions}>
                <VisuallyHidden>{pageTexts.webhookList.actions}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown === undefined ? (
              <SkeletonRows columns={6} rows={6} rowClassName={classes.row} />
            ) : (
              shown.map((listed) => (
                <WebhookRow
                  key={listed.webhook.id}
                  organizationId={organizationId}
                  listed={listed}
                  activityState={activityState(activity)}
                  now={activity.dataUpdatedAt}
                  actions={actions}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {shown !== undefined && (
        <p className={tableClasses.foot}>
          {shown.length === all
            ? texts.webhooks.count(all)
            : pageTexts.webhookList.countOf(shown.length, all)}
          {activity.isError && <ActivityFailed onRetry={activity.refetch} />}
        </p>
      )}
    </>
  );
}

export type ActivityState = "loading" | "known" | "failed";

function activityState({ data, isError }: { data: unknown; isError: boolean }): ActivityState {
  if (data !== undefined) {
    return "known";
  }
  return isError ? "failed" : "loading";
}

function ActivityFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <span role="alert" className={classes.failed}>
      {pageTexts.webhookList.activityFailed}{" "}
      <Anchor component="button" type="button" size="sm" underline="always" onClick={onRetry}>
        {texts.common.retry}
      </Anchor>
    </span>
  );
}
