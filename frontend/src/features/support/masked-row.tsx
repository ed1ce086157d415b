import { Link, useLocation } from "react-router";
import type { MaskedDeliverySummary } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import classes from "../../components/delivery/delivery-list.module.css";
import { OutcomeBadge } from "../../components/delivery/outcome-badge";
import { sentenceOf } from "../../components/delivery/sentence";
import { ExactTime } from "../../components/exact-time";
import { asMoment } from "../../lib/dates";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export function MaskedRow({ delivery }: { delivery: MaskedDeliverySummary }) {
  const { search } = useLocation();
  const { organizationId, organizationName, receivedAt, statusCode } = delivery;
  const sentence = sentenceOf(delivery);
  const webhook = delivery.webhookName ?? pageTexts.deliveries.unnamedWebhook;
  return (
    <tr className={`${tableClasses.row} ${tableClasses.linked} ${classes.row}`}>
      <td className={`${classes.time} ${tableClasses.numeric}`}>
        <Link
          className={classes.link}
          to={paths.supportDelivery(organizationId, delivery.id)}
          state={{ listSearch: search }}
          aria-label={pageTexts.deliveries.open(asMoment(receivedAt))}
          title={sentence}
        >
          <span className={classes.above}>
            <ExactTime instant={receivedAt} />
          </span>
        </Link>
      </td>
      <td className={classes.outcome}>
        <OutcomeBadge outcome={delivery.outcome} />
      </td>
      <td className={`${classes.webhook} ${tableClasses.clipped}`} title={organizationName}>
        {organizationName}
      </td>
      <td className={tableClasses.clipped} title={webhook}>
        {webhook}
      </td>
      <td
        className={`${classes.error} ${tableClasses.muted}`}
        data-absent={sentence === undefined || undefined}
      >
        <span className={classes.sentence}>{sentence}</span>
      </td>
      <td
        className={`${classes.status} ${tableClasses.numeric}`}
        data-absent={statusCode === null || statusCode === undefined || undefined}
      >
        <span className={classes.caption}>{pageTexts.deliveries.status} </span>
        {statusCode ?? texts.common.none}
      </td>
    </tr>
  );
}
