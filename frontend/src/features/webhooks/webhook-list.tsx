import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { WebhookIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { paths } from "../../lib/paths";
import { texts } from "../../texts/texts";
import { webhooksQuery } from "./queries";
import classes from "./webhook-list.module.css";
import { WebhookRow } from "./webhook-row";

interface WebhookListProps {
  organizationId: string;
  actionLabels: ReadonlyMap<string, string> | undefined;
  canEdit: boolean;
}

export function WebhookList({ organizationId, actionLabels, canEdit }: WebhookListProps) {
  const { data: webhooks, error, refetch, isFetching } = useQuery(webhooksQuery(organizationId));
  if (webhooks === undefined && error !== null) {
    return (
      <ProblemAlert
        title={texts.webhooks.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (webhooks?.length === 0) {
    return (
      <div className={tableClasses.frame}>
        <EmptyState
          icon={<WebhookIcon size={20} />}
          title={texts.webhooks.emptyTitle}
          text={canEdit ? texts.webhooks.emptyText : texts.webhooks.emptyTextForViewers}
        >
          {canEdit && (
            <Button component={Link} to={paths.newWebhook(organizationId)}>
              {texts.webhooks.emptyAdd}
            </Button>
          )}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${classes.table}`}
          aria-label={texts.webhooks.table}
          aria-busy={webhooks === undefined}
        >
          <thead>
            <tr>
              <th className={classes.name}>{texts.webhooks.name}</th>
              <th className={classes.status}>{texts.webhooks.status}</th>
              <th className={classes.url}>{texts.webhooks.url}</th>
              <th className={classes.version}>{texts.webhooks.version}</th>
              <th className={classes.updated}>{texts.webhooks.updated}</th>
            </tr>
          </thead>
          <tbody>
            {webhooks === undefined ? (
              <SkeletonRows columns={5} rows={6} rowClassName={classes.row} />
            ) : (
              webhooks.map((webhook) => (
                <WebhookRow
                  key={webhook.id}
                  organizationId={organizationId}
                  webhook={webhook}
                  actionLabel={actionLabels?.get(webhook.action.type) ?? webhook.action.type}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {webhooks !== undefined && (
        <p className={tableClasses.foot}>{texts.webhooks.count(webhooks.length)}</p>
      )}
    </>
  );
}
