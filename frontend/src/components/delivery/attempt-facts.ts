import type { AttemptResponse, MaskedAttempt } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import { answerOf } from "./exchange";

/** Where on the page an attempt is shown in full. */
export function attemptId(number: number): string {
  return `attempt-${number}`;
}

/** What iMIS answered, and at whose request it was asked. */
export function attemptFacts(attempt: AttemptResponse | MaskedAttempt): string[] {
  const { isReplay, startedBy, reason } = attempt;
  return [
    ...(isReplay ? [pageTexts.deliveryDetail.replayBy(startedBy)] : []),
    // That none came is what its sentence says.
    ...(reason === "NO_ANSWER" ? [] : [answerOf(attempt)]),
  ];
}
