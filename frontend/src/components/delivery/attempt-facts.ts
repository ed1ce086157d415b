import type { AttemptResponse, MaskedAttempt } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

/** Where on the page an attempt is shown in full. */
export function attemptId(number: number): string {
  return `attempt-${number}`;
}

/** What iMIS answered, and at whose request it was asked. */
export function attemptFacts(attempt: AttemptResponse | MaskedAttempt): string[] {
  const { responseStatus, isReplay, startedBy } = attempt;
  return [
    ...(isReplay ? [pageTexts.deliveryDetail.replayBy(startedBy)] : []),
    responseStatus ? texts.delivery.attemptStatus(responseStatus) : texts.delivery.attemptNoStatus,
  ];
}
