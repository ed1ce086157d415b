import { Link } from "react-router";
import { Badge } from "../../components/badge";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { DayCell, LastCell } from "./list/activity-cells";
import { RowActions, type WebhookActions } from "./list/row-actions";
import { UrlBox } from "./list/url-box";
import type { ListedWebhook } from "./list/view";
import type { ActivityState } from "./list/webhook-table";
import classes from "./webhook-list.module.css";

interface WebhookRowProps {
  organizationId: string;
  listed: ListedWebhook;
  activityState: ActivityState;
  now: number;
  actions: WebhookActions | undefined;
}

export function WebhookRow({
  organizationId,
  listed,
  activityState,
  now,
  actions,
}: WebhookRowProps) {
  const { webhook, actionLabel, activity } = listed;
  const { id, name, url, isPaused, drift } = webhook;
  const canEdit = actions !== undefined;
  return (
    <tr className={classes.row} data-paused={isPaused || undefined}>
      <td className={classes.name}>
        <Link
          className={classes.nameLink}
          to={
            canEdit
              ? paths.webhook(organizationId, id)
              : paths.deliveries(organizationId, `?webhook=${id}`)
          }
          title={canEdit ? pageTexts.webhookList.edit(name) : texts.webhooks.seeDeliveriesOf(name)}
        >
          {name}
        </Link>
        <div className={classes.action}>{actionLabel}</div>
        {drift && (
          <span title={pageTexts.webhookList.driftHint}>
            <Badge tone="amber">{pageTexts.webhookList.needsAttention}</Badge>
          </span>
        )}
      </td>
      <td className={classes.status}>
        <Badge tone={isPaused ? "gray" : "green"}>
          {isPaused ? texts.webhooks.paused : texts.webhooks.active}
        </Badge>
      </td>
      <td className={classes.url}>
        <UrlBox url={url} webhookName={name} />
      </td>
      <td className={classes.last}>
        <span className={classes.caption}>{pageTexts.webhookList.lastDelivery}</span>
        <LastCell
          organizationId={organizationId}
          webhookName={name}
          state={activityState}
          activity={activity}
          now={now}
        />
      </td>
      <td className={classes.day}>
        <span className={classes.caption}>{pageTexts.webhookList.lastDay}</span>
        <DayCell state={activityState} activity={activity} />
      </td>
      <td className={classes.actions}>
        <RowActions organizationId={organizationId} webhook={webhook} actions={actions} />
      </td>
    </tr>
  );
}
