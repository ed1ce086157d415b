import type { BatchedState, ReplayBatchResponse } from "../../../api/schema";
import { asList, asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { batchedTones } from "./batch-state";
import { countOf, endedOf } from "./counts";
import classes from "./progress-bar.module.css";

const drawn: readonly BatchedState[] = ["SUCCEEDED", "UNKNOWN", "FAILED", "SKIPPED", "UNDER_WAY"];

/** How many of a batch are through, and how they ended. */
export function ProgressBar({ batch }: { batch: ReplayBatchResponse }) {
  const { progress, total } = batch;
  const batches = pageTexts.batches;
  const ended = endedOf(batch);
  const said = batches.progressText(asNumber(ended), asNumber(total));
  return (
    <div className={classes.root}>
      <div
        role="progressbar"
        aria-label={batches.progressTitle}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={ended}
        aria-valuetext={said}
        className={classes.bar}
      >
        {drawn
          .map((state) => ({ state, count: countOf(progress, state) }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <span
              key={state}
              data-tone={batchedTones[state]}
              style={{ width: `${(100 * count) / total}%` }}
            />
          ))}
      </div>
      <div className={classes.text}>
        {asList([
          said,
          progress.failed > 0 && batches.failures(asNumber(progress.failed)),
          progress.unknown > 0 && batches.unknowns(asNumber(progress.unknown)),
        ])}
      </div>
    </div>
  );
}
