import type { Ref } from "react";
import type { WebhookTestResponse } from "../../../api/schema";
import { CopyButton } from "../../../components/copy-button";
import { answerOf, whyNotAsked } from "../../../components/delivery/exchange";
import { Answered, Sent } from "../../../components/delivery/exchanged";
import { OutcomeBadge } from "../../../components/delivery/outcome-badge";
import { sentenceOf } from "../../../components/delivery/sentence";
import { ExactTime } from "../../../components/exact-time";
import { asMilliseconds } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./preview-step.module.css";

interface TestResultProps {
  test: WebhookTestResponse;
  sentAt: string;
  ref: Ref<HTMLElement>;
}

/** What became of a test. */
export function TestResult({ test: { result }, sentAt, ref }: TestResultProps) {
  if (result == null) {
    return (
      <p role="status" className={classes.notJson}>
        {pageTexts.previewStep.notSent}
      </p>
    );
  }
  const { outcome, recordId, durationMs, request, response } = result;
  const isOnlyMeant = whyNotAsked(result) !== undefined;
  return (
    <article ref={ref} className={classes.tested} aria-label={pageTexts.previewStep.sentTitle}>
      <div role="status">
        <div className={classes.testedHead}>
          <OutcomeBadge outcome={outcome} />
          <span className={classes.facts}>
            <ExactTime instant={sentAt} />
            {" · "}
            {asMilliseconds(durationMs)}
            {" · "}
            {answerOf(result)}
          </span>
        </div>
        <p className={classes.sentence}>{sentenceOf(result) ?? texts.outcomes[outcome].meaning}</p>
        {outcome === "UNKNOWN" && <p className={classes.help}>{texts.outcomes.UNKNOWN.meaning}</p>}
      </div>
      {recordId && (
        <p className={classes.recordId}>
          {pageTexts.previewStep.recordId} <code>{recordId}</code>
          <CopyButton text={recordId} label={pageTexts.previewStep.copyRecordId} />
        </p>
      )}
      {(request || !isOnlyMeant) && (
        <details className={classes.exchange}>
          <summary>
            {isOnlyMeant ? pageTexts.previewStep.meant : pageTexts.previewStep.exchange}
          </summary>
          <div className={classes.exchanged}>
            <Sent text={request} isOnlyMeant={isOnlyMeant} />
            {!isOnlyMeant && <Answered text={response} />}
          </div>
        </details>
      )}
    </article>
  );
}
