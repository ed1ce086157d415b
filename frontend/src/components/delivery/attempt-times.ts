import type { AttemptResponse, MaskedAttempt } from "../../api/schema";
import { asDuration, asMilliseconds } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";

/** How long an attempt waited in the queue and took, and what its time went to; nothing of what did not happen. */
export function attemptTimes(attempt: AttemptResponse | MaskedAttempt): string[] {
  const { queuedMs, waitedMs, signInMs, callsMs } = attempt.durations;
  const { queued, took, waited, signedIn, called } = pageTexts.deliveryDetail.times;
  return [
    ...told(queuedMs, queued),
    took(asDuration(attempt.startedAt, attempt.finishedAt)),
    ...told(waitedMs, waited),
    ...told(signInMs, signedIn),
    ...told(callsMs, called),
  ];
}

function told(milliseconds: number | null | undefined, text: (duration: string) => string) {
  return milliseconds == null ? [] : [text(asMilliseconds(milliseconds))];
}
