import { Link } from "react-router";
import type { ReplayBatchResponse } from "../../../api/schema";
import tableClasses from "../../../components/data-table.module.css";
import listClasses from "../../../components/delivery/delivery-list.module.css";
import { ExactTime } from "../../../components/exact-time";
import { asMoment } from "../../../lib/dates";
import { asNumber } from "../../../lib/language";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { BatchStateBadge } from "./batch-state";
import { filterText } from "./filter-text";
import { ProgressBar } from "./progress-bar";

interface BatchRowProps {
  organizationId: string;
  batch: ReplayBatchResponse;
  webhookNames: ReadonlyMap<string, string>;
}

export function BatchRow({ organizationId, batch, webhookNames }: BatchRowProps) {
  const batches = pageTexts.batches;
  const what = filterText(batch, webhookNames);
  const who = batch.startedBy ?? batch.createdBy;
  return (
    <tr className={`${tableClasses.row} ${tableClasses.linked}`}>
      <td className={tableClasses.numeric}>
        <Link
          className={listClasses.link}
          to={paths.batch(organizationId, batch.id)}
          aria-label={batches.open(asMoment(batch.createdAt))}
        >
          <span className={listClasses.above}>
            <ExactTime instant={batch.createdAt} />
          </span>
        </Link>
      </td>
      <td>
        <BatchStateBadge {...batch} />
      </td>
      <td className={`${classes.whole} ${tableClasses.clipped}`} title={what}>
        {what}
      </td>
      <td className={`${classes.whole} ${tableClasses.clipped} ${tableClasses.muted}`} title={who}>
        <span className={tableClasses.caption}>{batches.byColumn} </span>
        {who}
      </td>
      <td className={classes.whole}>
        {batch.startedAt ? (
          <ProgressBar batch={batch} />
        ) : (
          <span className={tableClasses.muted}>
            {batches.deliveries(batch.total, asNumber(batch.total))}
          </span>
        )}
      </td>
    </tr>
  );
}
