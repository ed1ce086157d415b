package dev.inlet.actions.imis;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.actions.FailureReason;
import dev.inlet.imis.ImisAnswer;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisFailure;
import dev.inlet.platform.time.Deadline;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One insertion into iMIS, and what its ending means for a delivery. */
final class ImisInsertion {

  private static final Logger LOG = LoggerFactory.getLogger(ImisInsertion.class);

  private ImisInsertion() {}

  static ActionResult of(ImisClient client, String entity, byte[] body, Deadline deadline) {
    try {
      ImisClient.Inserted inserted = client.insert(entity, body, deadline);
      return ActionResult.succeeded(inserted.identity(), exchange(body, inserted.answer()));
    } catch (ImisException e) {
      boolean isSent = e.answer() != null || e.failure().mayHaveWritten();
      Exchange exchange = isSent ? exchange(body, e.answer()) : null;
      FailureReason reason = reason(e.failure());
      return e.failure().mayHaveWritten()
          ? ActionResult.unknown(reason, e.sentence(), exchange)
          : ActionResult.failed(reason, e.sentence(), exchange);
    } catch (RuntimeException e) {
      LOG.error("An insertion into iMIS failed unexpectedly", e);
      return ActionResult.unknown(
          FailureReason.INTERNAL_ERROR,
          "Inlet failed while it worked on the record; it may or may not be in iMIS.",
          exchange(body, null));
    }
  }

  private static Exchange exchange(byte[] body, @Nullable ImisAnswer answer) {
    String request = new String(body, StandardCharsets.UTF_8);
    return answer == null
        ? new Exchange(request, null, null)
        : new Exchange(request, answer.status(), answer.text());
  }

  /** The reason of a failure where nothing was to be written. */
  static FailureReason readReason(ImisFailure failure) {
    return failure.mayHaveWritten() ? FailureReason.UNAVAILABLE : reason(failure);
  }

  static FailureReason reason(ImisFailure failure) {
    return switch (failure) {
      case ADDRESS_NOT_ALLOWED -> FailureReason.ADDRESS_NOT_ALLOWED;
      case UNREACHABLE -> FailureReason.UNREACHABLE;
      case CREDENTIALS_REFUSED, NOT_AUTHENTICATED -> FailureReason.CREDENTIALS_REFUSED;
      case NOT_PERMITTED -> FailureReason.NOT_PERMITTED;
      case RECORD_REFUSED, CONFLICT, TOO_LARGE -> FailureReason.RECORD_REFUSED;
      case NOT_FOUND, NOT_IMIS -> FailureReason.NOT_FOUND;
      case THROTTLED -> FailureReason.THROTTLED;
      case BUSY -> FailureReason.BUSY;
      case UNAVAILABLE -> FailureReason.UNAVAILABLE;
      case SERVER_ERROR -> FailureReason.TARGET_ERROR;
      case NO_ANSWER -> FailureReason.NO_ANSWER;
      case UNREADABLE_ANSWER -> FailureReason.UNREADABLE_ANSWER;
    };
  }
}
