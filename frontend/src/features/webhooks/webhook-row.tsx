import { Link } from "react-router";
import type { WebhookResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import { CopyButton } from "../../components/copy-button";
import tableClasses from "../../components/data-table.module.css";
import { ExactTime } from "../../components/exact-time";
import { asDay } from "../../lib/dates";
import { paths } from "../../lib/paths";
import { texts } from "../../texts/texts";
import classes from "./webhook-list.module.css";

// URLs of one organization differ in their last characters only, so these are never cut off.
const tailLength = 8;

interface WebhookRowProps {
  organizationId: string;
  webhook: WebhookResponse;
  actionLabel: string;
}

export function WebhookRow({ organizationId, webhook, actionLabel }: WebhookRowProps) {
  const { name, url } = webhook;
  return (
    <tr className={classes.row}>
      <td className={classes.name}>
        <Link
          className={classes.nameLink}
          to={paths.deliveries(organizationId, `?webhook=${webhook.id}`)}
          title={texts.webhooks.seeDeliveriesOf(name)}
        >
          {name}
        </Link>
        <div className={classes.action}>{actionLabel}</div>
      </td>
      <td className={classes.status}>
        <Badge tone={webhook.isPaused ? "gray" : "green"}>
          {webhook.isPaused ? texts.webhooks.paused : texts.webhooks.active}
        </Badge>
      </td>
      <td className={classes.url}>
        <div className={classes.urlBox}>
          <span className={classes.urlText} title={url}>
            <span className={classes.urlHead}>{url.slice(0, -tailLength)}</span>
            <span>{url.slice(-tailLength)}</span>
          </span>
          <CopyButton
            text={url}
            label={texts.webhooks.copyUrl(name)}
            copiedLabel={texts.webhooks.urlCopied(name)}
          />
        </div>
      </td>
      <td className={`${classes.version} ${tableClasses.muted} ${tableClasses.numeric}`}>
        <span className={classes.caption}>{texts.webhooks.version} </span>
        {webhook.version}
      </td>
      <td className={`${classes.updated} ${tableClasses.muted}`}>
        <span className={classes.caption}>{texts.webhooks.updated} </span>
        <ExactTime instant={webhook.updatedAt} format={asDay} />
      </td>
    </tr>
  );
}
