import { Link } from "react-router";
import type { WebhookActivityLastDelivery } from "../../../api/schema";
import { OutcomeBadge } from "../../../components/delivery/outcome-badge";
import { asExact } from "../../../lib/dates";
import { paths } from "../../../lib/paths";
import { asAgo } from "../../../lib/relative-time";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./last-delivery.module.css";

interface LastDeliveryProps {
  organizationId: string;
  webhookName: string;
  delivery: WebhookActivityLastDelivery;
  now: number;
}

export function LastDelivery({ organizationId, webhookName, delivery, now }: LastDeliveryProps) {
  const { id, receivedAt, outcome, reason } = delivery;
  const when = asAgo(receivedAt, now);
  return (
    <div className={classes.root}>
      <Link
        className={classes.link}
        to={paths.delivery(organizationId, id)}
        aria-label={pageTexts.webhookList.lastDeliveryOf(webhookName, when)}
      >
        <time dateTime={receivedAt} title={asExact(receivedAt)}>
          {when}
        </time>
      </Link>
      <span title={reason ? texts.reasons[reason] : texts.outcomes[outcome].meaning}>
        <OutcomeBadge outcome={outcome} />
      </span>
    </div>
  );
}
