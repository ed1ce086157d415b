import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { WebhookDefinition } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { ExactTime } from "../../components/exact-time";
import { WebhookIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { asDay } from "../../lib/dates";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { actionLabel } from "./action-label";
import { DefinitionBadge } from "./definition-badge";
import { supportWebhooksQuery } from "./queries";
import classes from "./support-list.module.css";

/** An organization's webhooks, deleted ones too. */
export function DefinitionList({ organizationId }: { organizationId: string }) {
  const { data, error, refetch, isFetching } = useQuery(supportWebhooksQuery(organizationId));
  if (data === undefined && error !== null) {
    return (
      <ProblemAlert
        title={texts.webhooks.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.length === 0) {
    return (
      <div className={tableClasses.frame}>
        <EmptyState
          icon={<WebhookIcon size={20} />}
          title={pageTexts.support.webhooksEmptyTitle}
          text={pageTexts.support.webhooksEmptyText}
        />
      </div>
    );
  }
  return (
    <>
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
          aria-label={texts.webhooks.table}
          aria-busy={data === undefined}
        >
          <thead>
            <tr>
              <th>{texts.webhooks.name}</th>
              <th className={classes.status}>{texts.webhooks.status}</th>
              <th className={classes.count}>{texts.webhooks.version}</th>
              <th className={classes.day}>{texts.webhooks.updated}</th>
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows columns={4} rows={4} rowClassName={tableClasses.row} />
            ) : (
              data.map((webhook) => (
                <DefinitionRow key={webhook.id} organizationId={organizationId} webhook={webhook} />
              ))
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <p className={tableClasses.foot}>{texts.webhooks.count(data.length)}</p>
      )}
    </>
  );
}

interface DefinitionRowProps {
  organizationId: string;
  webhook: WebhookDefinition;
}

function DefinitionRow({ organizationId, webhook }: DefinitionRowProps) {
  return (
    <tr className={`${tableClasses.row} ${classes.row}`}>
      <td className={classes.name}>
        <Link className={classes.link} to={paths.supportWebhook(organizationId, webhook.id)}>
          {webhook.name}
        </Link>
        <span className={classes.sub}>{actionLabel(webhook)}</span>
      </td>
      <td>
        <DefinitionBadge webhook={webhook} />
      </td>
      <td className={`${tableClasses.muted} ${tableClasses.numeric}`}>
        <span className={tableClasses.caption}>{texts.webhooks.version} </span>
        {webhook.version}
      </td>
      <td className={tableClasses.muted}>
        <span className={tableClasses.caption}>{texts.webhooks.updated} </span>
        <ExactTime instant={webhook.updatedAt} format={asDay} />
      </td>
    </tr>
  );
}
