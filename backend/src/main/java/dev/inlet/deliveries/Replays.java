package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.tracing.Part;
import dev.inlet.platform.tracing.Traces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Further tries of deliveries that have ended, each because a person asked for it. What was begun
 * stands in the journal, and whose doing it is beside it, before anything is sent.
 */
@Singleton
public class Replays {

  private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(5);

  private final ReplayRepository deliveries;
  private final ReplayChecks checks;
  private final Execution execution;
  private final DeliveryJournal journal;
  private final Database database;
  private final Traces traces;
  private final Clock clock;

  Replays(
      ReplayRepository deliveries,
      ReplayChecks checks,
      Execution execution,
      DeliveryJournal journal,
      Database database,
      Traces traces,
      Clock clock) {
    this.traces = traces;
    this.deliveries = deliveries;
    this.checks = checks;
    this.execution = execution;
    this.journal = journal;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Tries a delivery once more; returns when its outcome is durable. If nobody knows whether the
   * record was written, and it can be looked for, that is done first: one that is there is the
   * outcome, and none is written.
   *
   * @return how this try ended
   * @throws ProblemException if it cannot be tried; nothing was sent then, unless the outcome could
   *     not be written down: the delivery becomes UNKNOWN
   */
  public ReplayEnd replay(DeliveryKey key, Wanted wanted, Occasion occasion) {
    Ended delivery = deliveries.find(key).orElseThrow(ProblemException::notFound);
    occasion.check(delivery.outcome(), delivery.attemptsBegun());
    ReplayChecks.Ready ready = checks.ready(delivery, wanted);
    Deadline deadline = Deadline.in(ready.webhook().deadline());
    int number = begin(ready, clock.instant().plus(ready.webhook().deadline()), occasion);
    return traces.of(
        "replay",
        key.id().value(),
        key.organization(),
        ready.webhook().id().value(),
        () -> {
          Attempt attempt =
              execution.again(
                  key,
                  ready.webhook(),
                  ready.plan().searchable(),
                  wanted.isConfirmed(),
                  ready.payload(),
                  deadline,
                  number,
                  occasion.startedBy());
          finish(key, attempt);
          return end(key, number).orElseThrow();
        });
  }

  /** How a further try ended; empty while it is under way. */
  public Optional<ReplayEnd> end(DeliveryKey delivery, int number) {
    return deliveries.findEnd(delivery, number);
  }

  /**
   * How a delivery is to be tried once more.
   *
   * @param version the number of the webhook's version that is to handle it; null for the one that
   *     took it
   * @param isConfirmed whether the record may be written although it may be there already; not
   *     needed where it is certain to be found if it is
   * @param isIncompleteConfirmed whether it may be written without what is never stored
   */
  public record Wanted(
      @Nullable Integer version, boolean isConfirmed, boolean isIncompleteConfirmed) {}

  /** Whose doing a further try is. */
  public interface Occasion {

    /** What whoever asked for it is known by. */
    String startedBy();

    /**
     * Looks at how the delivery stands now.
     *
     * @throws ProblemException if it is not to be tried as it is
     */
    void check(Outcome outcome, int attemptsBegun);

    /**
     * Writes down that the try begins, in the very transaction that begins it.
     *
     * @throws ProblemException if it must not begin after all
     */
    void begin(Handle handle, Begun begun);
  }

  /**
   * A further try that begins.
   *
   * @param number of the attempt
   */
  public record Begun(
      DeliveryKey delivery,
      @Nullable String webhookName,
      int version,
      Outcome outcomeBefore,
      int number) {}

  /** Begins an attempt and tells its number. */
  private int begin(ReplayChecks.Ready ready, Instant deadline, Occasion occasion) {
    Ended delivery = ready.delivery();
    return database.inOrganization(
        delivery.key().organization(),
        handle -> {
          int number =
              deliveries
                  .begin(
                      handle, delivery.key(), delivery.outcome(), delivery.deadlineAt(), deadline)
                  .orElseThrow(
                      () ->
                          new ProblemException(
                              ProblemType.CONFLICT,
                              "This delivery changed just now: somebody replayed it, or its outcome"
                                  + " became known. Look at it again."));
          occasion.begin(
              handle,
              new Begun(
                  delivery.key(),
                  delivery.webhookName(),
                  ready.webhook().version(),
                  delivery.outcome(),
                  number));
          return number;
        });
  }

  private void finish(DeliveryKey delivery, Attempt attempt) {
    try {
      Part.step(
          "journal end",
          () -> journal.finish(delivery, attempt, null, Deadline.in(FINISH_PATIENCE)));
    } catch (JournalException e) {
      LOG.error(
          "The outcome {} of replayed delivery {} could not be written down",
          attempt.outcome(),
          delivery.id(),
          e);
      throw new ProblemException(ProblemType.UNEXPECTED, CallerAnswer.NOT_RECORDED);
    }
  }
}
