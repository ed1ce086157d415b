package dev.inlet.intake;

import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.webhooks.verification.Refusal;
import dev.inlet.webhooks.verification.Verifier;

/**
 * What becomes of a delivery whose sender is not let through.
 *
 * @param answer names what is wrong, and no secret
 */
record RefusedSender(Outcome outcome, Reason reason, Answer answer) {

  static RefusedSender of(Refusal refusal, Verifier verifier) {
    String sentence = refusal.sentence();
    return switch (refusal.cause()) {
      case SOURCE ->
          new RefusedSender(Outcome.REJECTED, Reason.NOT_VERIFIED, Answer.failed(403, sentence));
      case PROOF ->
          new RefusedSender(
              Outcome.REJECTED,
              Reason.NOT_VERIFIED,
              Answer.unverified(sentence, verifier.isBasic()));
      case UNREADABLE_SECRET ->
          new RefusedSender(
              Outcome.FAILED,
              Reason.NOT_VERIFIABLE,
              Answer.later(503, sentence, Answer.RETRY_SOON));
    };
  }
}
