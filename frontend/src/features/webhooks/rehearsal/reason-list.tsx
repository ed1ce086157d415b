import { Anchor } from "@mantine/core";
import { useId, useState } from "react";
import { Link } from "react-router";
import { ExactTime } from "../../../components/exact-time";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { keyOf, type Reason } from "./reasons";
import classes from "./rehearsal.module.css";

/** So many reasons are shown unasked, and so many deliveries of each. */
const few = 3;

interface ReasonListProps {
  organizationId: string;
  reasons: Reason[];
}

/** Why deliveries would be rejected, each reason once and with a few of its deliveries to look at. */
export function ReasonList({ organizationId, reasons }: ReasonListProps) {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <ul id={id} className={classes.reasons}>
        {(isWhole ? reasons : reasons.slice(0, few)).map((reason) => (
          <li key={keyOf(reason)}>
            <ReasonLines organizationId={organizationId} reason={reason} />
          </li>
        ))}
      </ul>
      {reasons.length > few && (
        <Anchor
          component="button"
          type="button"
          className={classes.toggle}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? pageTexts.rehearsal.showFewer : pageTexts.rehearsal.showAll(reasons.length)}
        </Anchor>
      )}
    </>
  );
}

interface ReasonLinesProps {
  organizationId: string;
  reason: Reason;
}

function ReasonLines({ organizationId, reason: { message, deliveries } }: ReasonLinesProps) {
  const shown = deliveries.slice(0, few);
  return (
    <>
      {pageTexts.rehearsal.reason(deliveries.length, message)}
      <div className={classes.deliveries}>
        {shown.map(({ deliveryId, receivedAt }) => (
          // What is being changed stays where it is.
          <Link key={deliveryId} to={paths.delivery(organizationId, deliveryId)} target="_blank">
            <ExactTime instant={receivedAt} />
          </Link>
        ))}
        {deliveries.length > shown.length && (
          <span>{pageTexts.rehearsal.more(deliveries.length - shown.length)}</span>
        )}
      </div>
    </>
  );
}
