package dev.inlet.webhooks.senders;

import static dev.inlet.webhooks.senders.SenderAnswer.Again.AS_IT_IS;
import static dev.inlet.webhooks.senders.SenderAnswer.Again.CHANGED;
import static dev.inlet.webhooks.senders.SenderAnswer.Again.NEVER;
import static dev.inlet.webhooks.senders.SenderAnswer.Again.READ;

import dev.inlet.webhooks.idempotency.KeySource;
import dev.inlet.webhooks.verification.Scheme;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer of an open URL.
 *
 * @param meaning what it says of the delivery
 * @param advice what its sender does about it
 * @param again whether it is sent again
 * @param isTimed whether {@code Retry-After} says when
 */
record SenderAnswer(int status, String meaning, String advice, Again again, boolean isTimed) {

  /** Whether a delivery is sent again after an answer. */
  enum Again {
    NEVER("No"),
    AS_IT_IS("Yes"),
    CHANGED("Once mended"),
    READ("See text");

    private final String word;

    Again(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What a webhook can answer, in the order of the statuses. */
  static List<SenderAnswer> of(Sending sending) {
    List<SenderAnswer> answers = new ArrayList<>();
    answers.add(sending.isAcknowledgedOnReceipt() ? accepted(sending) : DONE);
    answers.add(INVALID);
    if (sending.verification().scheme() != Scheme.NONE) {
      answers.add(UNPROVED);
    }
    if (!sending.verification().networks().isEmpty()) {
      answers.add(ELSEWHERE);
    }
    answers.addAll(List.of(NO_WEBHOOK, NO_POST, TOO_SLOW));
    boolean hasKeys = sending.idempotency().from() != KeySource.NONE;
    if (hasKeys) {
      answers.add(KEY_IN_USE);
    }
    answers.add(TOO_LARGE);
    if (hasKeys) {
      answers.add(KEY_REUSED);
    }
    answers.addAll(List.of(TOO_MANY, FAILED, AWAY));
    return List.copyOf(answers);
  }

  private static final SenderAnswer DONE =
      new SenderAnswer(200, "The record is in the association's system.", "Nothing.", NEVER, false);

  private static SenderAnswer accepted(Sending sending) {
    String meaning =
        sending.queue().retryFor().isZero()
            ? "The delivery is stored safely and will be worked on."
            : "The delivery is stored safely and will be worked on; if the association's system is away, it is tried again for %s."
                .formatted(Words.time(sending.queue().retryFor()));
    return new SenderAnswer(202, meaning, "Nothing. Do not send it again.", NEVER, false);
  }

  private static final SenderAnswer INVALID =
      new SenderAnswer(
          400,
          "The body is not JSON, or it breaks the schema. Every violation is listed.",
          "Mend the body; the same one will be refused again.",
          CHANGED,
          false);

  private static final SenderAnswer UNPROVED =
      new SenderAnswer(
          401,
          "The signature, secret or password is missing or wrong. Nothing was done.",
          "Read the error; compare the secret.",
          CHANGED,
          false);

  private static final SenderAnswer ELSEWHERE =
      new SenderAnswer(
          403,
          "No deliveries are taken from your address. Nothing was done.",
          "Ask the association.",
          CHANGED,
          false);

  private static final SenderAnswer NO_WEBHOOK =
      new SenderAnswer(
          404,
          "There is no such webhook, or not any more, or not right now.",
          "Check the URL; ask the association.",
          CHANGED,
          false);

  private static final SenderAnswer NO_POST =
      new SenderAnswer(405, "The request was not a POST.", "Send a POST.", CHANGED, false);

  private static final SenderAnswer TOO_SLOW =
      new SenderAnswer(
          408,
          "The body did not arrive in time. Nothing was done.",
          "Send it again.",
          AS_IT_IS,
          false);

  private static final SenderAnswer KEY_IN_USE =
      new SenderAnswer(
          409,
          "The first delivery with this idempotency key is still being worked on.",
          "Wait as long as Retry-After says, then send the same again.",
          AS_IT_IS,
          true);

  private static final SenderAnswer TOO_LARGE =
      new SenderAnswer(
          413, "The body is too large. Nothing was done.", "Send less.", CHANGED, false);

  private static final SenderAnswer KEY_REUSED =
      new SenderAnswer(
          422,
          "This idempotency key came before, with another body. Nothing was done.",
          "Use a new key for something new.",
          CHANGED,
          false);

  private static final SenderAnswer TOO_MANY =
      new SenderAnswer(
          429,
          "Too many deliveries at once. Nothing was done.",
          "Wait as long as Retry-After says, then send it again.",
          AS_IT_IS,
          true);

  private static final SenderAnswer FAILED =
      new SenderAnswer(
          500,
          "The association's system did not take the record, or it could not be confirmed that it did.",
          "Read the error. If it says that the record may or may not be there, ask before you send it again.",
          READ,
          false);

  private static final SenderAnswer AWAY =
      new SenderAnswer(
          503,
          "No deliveries can be taken right now. Nothing was done.",
          "Wait as long as Retry-After says, then send it again.",
          AS_IT_IS,
          true);
}
