import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import type { DeliverySummary } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import classes from "../../components/delivery/delivery-list.module.css";
import { OutcomeBadge } from "../../components/delivery/outcome-badge";
import { sentenceOf } from "../../components/delivery/sentence";
import { ExactTime } from "../../components/exact-time";
import { asDuration, asMoment } from "../../lib/dates";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

interface DeliveryRowProps {
  organizationId: string;
  delivery: DeliverySummary;
  /** Whether it came while somebody watched. */
  isNew: boolean;
  /** A cell before the others. */
  lead?: ReactNode;
}

export function DeliveryRow({ organizationId, delivery, isNew, lead }: DeliveryRowProps) {
  const { search } = useLocation();
  const { receivedAt, finishedAt, recordId, statusCode } = delivery;
  const happened = sentenceOf(delivery) ?? laterSentence(delivery);
  const replayed =
    delivery.replaysBegun > 0 ? pageTexts.deliveries.replayed(delivery.replaysBegun) : undefined;
  const sentence = [happened, replayed].filter(Boolean).join(" ") || undefined;
  const webhook = delivery.webhookName ?? pageTexts.deliveries.unnamedWebhook;
  return (
    <tr
      className={`${tableClasses.row} ${tableClasses.linked} ${classes.row}`}
      data-new={isNew || undefined}
    >
      {lead}
      <td className={`${classes.time} ${tableClasses.numeric}`}>
        <Link
          className={classes.link}
          to={paths.delivery(organizationId, delivery.id)}
          state={{ listSearch: search }}
          aria-label={pageTexts.deliveries.open(asMoment(receivedAt))}
          // It lies over the whole row, so no other title of it shows.
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
      <td className={`${classes.webhook} ${tableClasses.clipped}`} title={webhook}>
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
        data-absent={isAbsent(statusCode)}
      >
        <span className={classes.caption}>{pageTexts.deliveries.status} </span>
        {statusCode ?? texts.common.none}
      </td>
      <td
        className={`${classes.record} ${tableClasses.clipped} ${tableClasses.mono}`}
        title={recordId ?? undefined}
        data-absent={isAbsent(recordId)}
      >
        <span className={classes.caption}>{pageTexts.deliveries.record} </span>
        {recordId ?? texts.common.none}
      </td>
      <td
        className={`${classes.duration} ${tableClasses.numeric} ${tableClasses.muted}`}
        data-absent={isAbsent(finishedAt)}
      >
        {finishedAt ? asDuration(receivedAt, finishedAt) : texts.common.none}
      </td>
    </tr>
  );
}

/** Beside an answer that tells of a failure a success is a riddle. */
function laterSentence({ outcome, statusCode }: DeliverySummary): string | undefined {
  return outcome === "SUCCEEDED" && statusCode != null && statusCode >= 400
    ? pageTexts.deliveries.succeededLater(statusCode)
    : undefined;
}

/** For a narrow screen, where a value that is not there takes no room. */
function isAbsent(value: unknown): true | undefined {
  return value === null || value === undefined || undefined;
}
