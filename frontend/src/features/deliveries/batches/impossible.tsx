import { useQuery } from "@tanstack/react-query";
import type { ReplayBatchResponse } from "../../../api/schema";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./batch.module.css";
import { batchedQuery } from "./queries";

interface ImpossibleProps {
  organizationId: string;
  batch: ReplayBatchResponse;
}

/** Why deliveries of a plan cannot be replayed: each reason once, the most frequent first. */
export function Impossible({ organizationId, batch }: ImpossibleProps) {
  const { data, isError } = useQuery(
    batchedQuery(organizationId, batch.id, { state: "SKIPPED" }, 100),
  );
  const batches = pageTexts.batches;
  if (data === undefined) {
    return (
      <div className={classes.muted}>{isError ? batches.reasonsFailed : texts.common.loading}</div>
    );
  }
  const counts = new Map<string, number>();
  for (const { sentence, prospect } of data.items) {
    const said = sentence ?? batches.prospects[prospect];
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return (
    <div className={classes.muted}>
      {data.nextCursor
        ? batches.reasonsOfSome(asNumber(data.items.length))
        : batches.plans.IMPOSSIBLE.text}
      <ul className={classes.reasons}>
        {[...counts]
          .toSorted(([, one], [, other]) => other - one)
          .map(([sentence, count]) => (
            <li key={sentence}>{batches.reason(asNumber(count), sentence)}</li>
          ))}
      </ul>
    </div>
  );
}
