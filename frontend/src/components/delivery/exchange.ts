import type { AttemptResponse, Reason } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";

type Tried = Pick<AttemptResponse, "outcome" | "reason" | "responseStatus">;

/** What came between Inlet and iMIS, of an attempt that iMIS surely took no record of. */
const obstacles: Partial<Record<Reason, keyof typeof pageTexts.exchange.notAsked>> = {
  CREDENTIALS_REFUSED: "signIn",
  // The answer to a record would be kept: without one, it was signing in that was answered like this.
  NOT_PERMITTED: "signIn",
  NOT_FOUND: "signIn",
  THROTTLED: "signIn",
  UNAVAILABLE: "signIn",
  UNREACHABLE: "unreachable",
  ADDRESS_NOT_ALLOWED: "notAllowed",
  BUSY: "busy",
  // Which contact was looked up in iMIS before there was a record.
  CONTACT_NOT_FOUND: "contact",
  CONTACT_AMBIGUOUS: "contact",
};

/** Why iMIS was never handed the record; undefined if it was, or may have been. */
export function whyNotAsked({ outcome, reason, responseStatus }: Tried): string | undefined {
  const isCertain = outcome === "FAILED" && !responseStatus;
  if (!isCertain) {
    return undefined;
  }
  return pageTexts.exchange.notAsked[(reason && obstacles[reason]) || "other"];
}

/** Whether an earlier attempt turned out to have written the record, so that none was sent. */
export function wasFound({ outcome, request }: Pick<AttemptResponse, "outcome" | "request">) {
  return outcome === "SUCCEEDED" && !request;
}

/** What iMIS answered, in a few words. */
export function answerOf(attempt: Tried): string {
  const { outcome, reason, responseStatus } = attempt;
  if (responseStatus) {
    return pageTexts.delivery.attemptStatus(responseStatus);
  }
  if (outcome === "SUCCEEDED") {
    return pageTexts.exchange.foundInstead;
  }
  // Whoever was interrupted cannot know whether an answer came.
  const isUnheard = reason === "INTERRUPTED" || reason === "INTERNAL_ERROR";
  return (
    whyNotAsked(attempt) ??
    (isUnheard ? pageTexts.exchange.unheard : pageTexts.delivery.attemptNoStatus)
  );
}
