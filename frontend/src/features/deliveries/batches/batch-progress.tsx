import { useEffect, useRef } from "react";
import type { ReplayBatchResponse } from "../../../api/schema";
import { Section } from "../../../components/section";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { BatchActions } from "./batch-actions";
import { ProgressBar } from "./progress-bar";
import { ReplayFailed } from "./replay-failed";
import type { Change } from "./use-batch-change";
import { selectedMax } from "./use-selection";

interface BatchProgressProps {
  organizationId: string;
  batch: ReplayBatchResponse;
  change: Change;
  canReplay: boolean;
}

/** How far a batch is that was started. */
export function BatchProgress({ organizationId, batch, change, canReplay }: BatchProgressProps) {
  const card = useRef<HTMLDivElement>(null);
  const hasJustStarted = change.data !== undefined && change.variables?.to === "start";
  // What started it had the keyboard, and is gone.
  useEffect(() => {
    if (hasJustStarted) {
      card.current?.focus();
    }
  }, [hasJustStarted]);
  const { failed, underWay } = batch.progress;
  const isOver = (batch.state === "DONE" || batch.state === "CANCELLED") && underWay === 0;
  return (
    <Section
      title={pageTexts.batches.progressTitle}
      actions={
        canReplay && (
          <>
            <BatchActions batch={batch} change={change} rest={card} />
            {isOver && failed > 0 && failed <= selectedMax && (
              <ReplayFailed organizationId={organizationId} batch={batch} />
            )}
          </>
        )
      }
    >
      <div ref={card} tabIndex={-1} className={classes.card}>
        <ProgressBar batch={batch} />
      </div>
    </Section>
  );
}
