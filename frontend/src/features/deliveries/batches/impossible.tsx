import { Link } from "react-router";
import type { ReplayBatchPlan } from "../../../api/schema";
import { writeFilters } from "../../../lib/filters";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { impossibleIn } from "./prospects";

/** Why deliveries of a plan cannot be replayed: each reason once, the most frequent first. */
export function Impossible({ plan }: { plan: ReplayBatchPlan }) {
  const { impossibleBecause: reasons } = plan;
  const { all, others } = impossibleIn(plan);
  const batches = pageTexts.batches;
  const [only] = reasons;
  if (only !== undefined && only.count === all) {
    return <div className={classes.muted}>{only.sentence}</div>;
  }
  return (
    <div className={classes.muted}>
      {batches.plans.IMPOSSIBLE.text}
      <ul className={classes.reasons}>
        {reasons.map(({ sentence, count }) => (
          <li key={sentence}>
            <span className={classes.times}>{batches.times(asNumber(count))}</span> {sentence}
          </li>
        ))}
        {others > 0 && (
          <li>
            <span className={classes.times}>{batches.times(asNumber(others))}</span>{" "}
            <Link to={{ search: writeFilters({ state: "SKIPPED" }).toString() }} preventScrollReset>
              {batches.otherReasons}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
