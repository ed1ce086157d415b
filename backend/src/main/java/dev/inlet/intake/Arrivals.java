package dev.inlet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.deliveries.Attempt;
import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.Claim;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.DeliveryMeters;
import dev.inlet.deliveries.Ending;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.deliveries.Receipt;
import dev.inlet.deliveries.StoredHeaders;
import dev.inlet.deliveries.StoredPayload;
import dev.inlet.platform.http.CallerAddress;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import dev.inlet.platform.tracing.Part;
import dev.inlet.webhooks.Acknowledgement;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.OpenWebhook;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in, as it is written into the journal: that it came, and how it ended. */
@Singleton
class Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  /** The outcome of an action is worth waiting for, even past the deadline. */
  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(3);

  private static final String JOURNAL_BEGIN = "journal begin";
  private static final String JOURNAL_END = "journal end";

  private final DeliveryJournal journal;
  private final CallerAddress callerAddress;
  private final DeliveryMeters ends;
  private final IntakeMeters meters;
  private final Clock clock;

  Arrivals(
      DeliveryJournal journal,
      CallerAddress callerAddress,
      DeliveryMeters ends,
      IntakeMeters meters,
      Clock clock) {
    this.journal = journal;
    this.ends = ends;
    this.meters = meters;
    this.callerAddress = callerAddress;
    this.clock = clock;
  }

  Arrival open(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
    return new Arrival(id, open, request, deadline);
  }

  /** One delivery, with what is known of it so far. */
  final class Arrival {

    private final DeliveryId id;
    private final OpenWebhook open;
    private final CompiledWebhook webhook;
    private final HttpRequest<?> request;
    private final Deadline deadline;
    private final Stopwatch validation = new Stopwatch();
    private final long start = System.nanoTime();
    private byte[] bytes = new byte[0];
    private boolean isPartial;
    private @Nullable JsonNode payload;

    private Arrival(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
      this.id = id;
      this.open = open;
      this.webhook = open.webhook();
      this.request = request;
      this.deadline = deadline;
    }

    DeliveryKey key() {
      return new DeliveryKey(webhook.organization(), id);
    }

    String sourceAddress() {
      return callerAddress.of(request);
    }

    /** What reading and checking it takes is timed by this. */
    Stopwatch validation() {
      return validation;
    }

    void brought(ReceivedBody body) {
      bytes = body.bytes();
      isPartial = !(body instanceof ReceivedBody.Complete);
    }

    /** As if it had been refused before its body was read. */
    void leaveOutBody() {
      bytes = new byte[0];
      payload = null;
    }

    byte[] bytes() {
      return bytes;
    }

    void readAs(JsonNode read) {
      payload = read;
    }

    /** Begins it, or queues it where the webhook acknowledges on receipt. */
    void begin() throws JournalException {
      Part.step(
          JOURNAL_BEGIN,
          () -> {
            if (isQueued()) {
              journal.queue(receipt(clock.instant()), webhook.queue(), beginBy());
            } else {
              journal.begin(receipt(endBy()), beginBy());
            }
          });
    }

    /** The same, if it gets what it claims; tells whether it did. */
    boolean begin(Claim claim) throws JournalException {
      return Part.of(
          JOURNAL_BEGIN,
          () ->
              isQueued()
                  ? journal.queue(receipt(clock.instant()), webhook.queue(), claim, beginBy())
                  : journal.begin(receipt(endBy()), claim, beginBy()));
    }

    /** Whether its action is left to the queue. */
    boolean isQueued() {
      return webhook.acknowledgement() == Acknowledgement.ON_RECEIPT;
    }

    /** Writes down how its action ended, and gives what its caller is answered then. */
    Answer finished(Attempt attempt) {
      Answer answer =
          attempt.outcome() == Outcome.SUCCEEDED
              ? Answer.done()
              : Answer.failed(500, String.valueOf(attempt.result().error()));
      try {
        Part.step(
            JOURNAL_END,
            () -> journal.finish(key(), attempt, answer.status(), Deadline.in(FINISH_PATIENCE)));
      } catch (JournalException e) {
        LOG.error(
            "The outcome {} of delivery {} could not be written down", attempt.outcome(), id, e);
        meters.unrecorded();
        return Answer.failed(500, CallerAnswer.NOT_RECORDED);
      }
      ends.ended(key(), webhook.id(), attempt.outcome(), attempt.reason());
      meters.own(attempt.times().leftOf(Duration.ofNanos(System.nanoTime() - start)));
      return answer;
    }

    /** Writes down that it ended before it began. */
    Answer rejected(Reason reason, Answer answer) throws JournalException {
      return ended(Outcome.REJECTED, reason, answer, null);
    }

    /**
     * The same with another outcome.
     *
     * @param first the delivery that came before with its key; null if that is not why
     */
    Answer ended(
        Outcome outcome, @Nullable Reason reason, Answer answer, @Nullable DeliveryId first)
        throws JournalException {
      List<Violation> violations =
          Optional.ofNullable(answer.body().validationErrors()).orElse(List.of());
      Ending ending =
          new Ending(
              outcome,
              reason,
              answer.body().error(),
              violations,
              answer.status(),
              clock.instant(),
              first);
      Part.step(
          JOURNAL_END,
          () -> journal.reject(receipt(clock.instant()), ending, Deadline.in(FINISH_PATIENCE)));
      ends.ended(key(), webhook.id(), outcome, reason);
      return answer;
    }

    private Instant endBy() {
      return clock.instant().plus(deadline.remaining());
    }

    /**
     * The journal gets half of what is left, so that a slow one is noticed while there is time to
     * say so.
     */
    private Deadline beginBy() {
      return Deadline.in(deadline.remaining().dividedBy(2));
    }

    private Receipt receipt(Instant deadlineAt) {
      StoredPayload stored = StoredPayload.of(bytes, isPartial, webhook.neverStored());
      return new Receipt(
          webhook.organization(),
          id,
          webhook.id(),
          webhook.version(),
          sourceAddress(),
          StoredHeaders.of(
              request.getHeaders().asMap(), stored.isAsItCame(), open.verifier()::isSecret),
          stored,
          stored.terms(webhook, payload),
          isPartial ? null : validation.total(),
          deadlineAt);
    }
  }
}
