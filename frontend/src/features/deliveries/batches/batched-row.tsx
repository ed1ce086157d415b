import { Link, useLocation } from "react-router";
import type { ReplayBatchDelivery } from "../../../api/schema";
import tableClasses from "../../../components/data-table.module.css";
import listClasses from "../../../components/delivery/delivery-list.module.css";
import { OutcomeBadge } from "../../../components/delivery/outcome-badge";
import { ExactTime } from "../../../components/exact-time";
import { asMoment } from "../../../lib/dates";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./batch.module.css";
import { BatchedStateBadge } from "./batch-state";

interface BatchedRowProps {
  organizationId: string;
  batchId: string;
  batched: ReplayBatchDelivery;
}

export function BatchedRow({ organizationId, batchId, batched }: BatchedRowProps) {
  const { search } = useLocation();
  const batches = pageTexts.batches;
  const webhook = batched.webhookName ?? pageTexts.deliveries.unnamedWebhook;
  return (
    <tr className={`${tableClasses.row} ${tableClasses.linked}`}>
      <td className={tableClasses.numeric}>
        <Link
          className={listClasses.link}
          to={paths.delivery(organizationId, batched.deliveryId)}
          state={{ batchId, listSearch: search }}
          aria-label={batches.openDelivery(asMoment(batched.receivedAt))}
        >
          <span className={listClasses.above}>
            <ExactTime instant={batched.receivedAt} />
          </span>
        </Link>
      </td>
      <td>
        <BatchedStateBadge state={batched.state} />
      </td>
      <td className={`${classes.whole} ${tableClasses.broken}`}>
        {webhook},{" "}
        <span className={`${tableClasses.muted} ${classes.together}`}>
          {pageTexts.delivery.version(batched.version)}
        </span>
      </td>
      <td className={classes.whole}>
        <span className={tableClasses.caption}>{batches.was} </span>
        <OutcomeBadge outcome={batched.outcomeBefore} />
      </td>
      <td className={`${classes.whole} ${tableClasses.muted} ${tableClasses.broken}`}>
        {sentenceOf(batched)}
      </td>
    </tr>
  );
}

function sentenceOf({ state, prospect, reason, sentence }: ReplayBatchDelivery): string {
  const batches = pageTexts.batches;
  switch (state) {
    case "WAITING":
      return batches.prospects[prospect];
    case "UNDER_WAY":
      return batches.underWayNow;
    case "SUCCEEDED":
      return batches.succeededNow;
    case "SKIPPED":
      return sentence ?? batches.prospects[prospect];
    default:
      return sentence ?? (reason ? texts.reasons[reason] : batches.batchedStates[state]);
  }
}
