package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.actions.ActionResult;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journal's SQL: what a group of entries becomes, one batch per statement. */
@Singleton
class JournalStatements {

  private static final String INSERT_DELIVERY =
      """
      INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, source_address,
                              headers, body, body_is_partial, body_is_withheld, left_out, deadline_at, outcome, attempts_begun, reason, error,
                              violations, status_code, answered_error, finished_at, first_outcome,
                              first_reason, first_violation, validation_ms, duplicate_of, retry_until, queue_place)
      VALUES (?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?::json, ?, ?, ?,
              CASE WHEN ? THEN nextval('queue_places') END)
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_TERMS =
      """
      INSERT INTO delivery_terms (organization_id, received_at, delivery_id, terms) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /** Only what stands as the attempt began it; all else is settled. */
  private static final String FINISH_DELIVERY =
      """
      UPDATE deliveries
      SET outcome = ?, reason = ?, error = ?, record_id = ?, status_code = coalesce(status_code, ?),
          finished_at = ?,
          first_outcome = ?, first_reason = ?
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ?
        AND attempts_begun = ? AND outcome IN ('RECEIVED', 'QUEUED') AND outcome_before IS NULL
      """;

  /**
   * Another attempt is to come: the delivery has its number from now on, as it had that of the
   * first one when it was queued.
   */
  private static final String QUEUE_AGAIN =
      """
      UPDATE deliveries SET outcome = 'QUEUED', deadline_at = ?, attempts_begun = attempts_begun + 1
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ?
        AND attempts_begun = ? AND outcome = 'RECEIVED' AND outcome_before IS NULL
      """;

  private static final String INSERT_ATTEMPT =
      """
      INSERT INTO attempts (organization_id, received_at, delivery_id, number, version_number, started_by, outcome,
                            reason, error, record_id, request, response_status, response, started_at, finished_at, queued_ms,
                            waited_ms, sign_in_ms, calls_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String ANSWER_DELIVERY =
      """
      UPDATE deliveries SET status_code = ?, answered_error = ?
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ?
      """;

  private static final String WITHDRAW_DELIVERY =
      """
      UPDATE deliveries
      SET outcome = 'FAILED', reason = 'INTERNAL_ERROR', finished_at = now(),
          attempts_begun = 0, first_outcome = 'FAILED', first_reason = 'INTERNAL_ERROR',
          error = 'The delivery was not taken, because it could not be written down in time.'
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ? AND outcome = ?
        AND outcome_before IS NULL
      """;

  private final ObjectMapper json;

  JournalStatements(ObjectMapper json) {
    this.json = json;
  }

  /** Writes a group but for the entries whose keys others have, and gives those. */
  Set<JournalEntry> execute(Connection connection, List<JournalEntry> entries) throws SQLException {
    Set<JournalEntry> refused = ClaimStatement.refused(connection, entries);
    try (PreparedStatement inserts = connection.prepareStatement(INSERT_DELIVERY);
        PreparedStatement terms = connection.prepareStatement(INSERT_TERMS);
        PreparedStatement finishes = connection.prepareStatement(FINISH_DELIVERY);
        PreparedStatement again = connection.prepareStatement(QUEUE_AGAIN);
        PreparedStatement attempts = connection.prepareStatement(INSERT_ATTEMPT);
        PreparedStatement answers = connection.prepareStatement(ANSWER_DELIVERY);
        PreparedStatement withdrawals = connection.prepareStatement(WITHDRAW_DELIVERY)) {
      JournalBatches batches =
          new JournalBatches(inserts, terms, finishes, again, attempts, answers, withdrawals);
      for (JournalEntry entry : entries) {
        if (!refused.contains(entry)) {
          add(batches, entry);
        }
      }
      for (JournalEntry.Finish finish : batches.execute()) {
        Settlement.settle(connection, finish);
      }
    }
    return refused;
  }

  private void add(JournalBatches batches, JournalEntry entry) throws SQLException {
    switch (entry) {
      case JournalEntry.Begin begin ->
          addInsert(batches, begin.receipt(), begin.outcome(), null, begin.place());
      case JournalEntry.Rejected(Receipt receipt, Ending ending) ->
          addInsert(batches, receipt, ending.outcome(), ending, QueuePlace.NONE);
      case JournalEntry.Finish finish -> addFinish(batches, finish);
      case JournalEntry.Answered answered -> addAnswer(batches, answered);
      case JournalEntry.Withdraw withdraw -> addWithdrawal(batches, withdraw.begin());
    }
  }

  private void addInsert(
      JournalBatches batches,
      Receipt receipt,
      Outcome outcome,
      @Nullable Ending ending,
      QueuePlace place)
      throws SQLException {
    new JournalRow(batches.inserts)
        .key(receipt.key())
        .value(receipt.webhook().value())
        .value(receipt.version())
        .text(receipt.sourceAddress())
        .json(json(receipt.headers()))
        .value(receipt.payload().body())
        .value(receipt.payload().isPartial())
        .value(receipt.payload().isWithheld())
        .json(leftOut(receipt))
        .time(receipt.deadlineAt())
        .text(outcome.name())
        .value(ending == null ? 1 : 0)
        .text(ending == null ? null : ending.reasonName())
        .text(ending == null ? null : ending.error())
        .json(ending == null ? null : violations(ending))
        .small(statusCode(outcome, ending))
        .text(ending == null ? null : ending.error())
        .time(ending == null ? null : ending.finishedAt())
        .text(ending == null ? null : ending.outcome().name())
        .text(ending == null ? null : ending.reasonName())
        .json(ending == null ? null : firstViolation(ending))
        .millis(receipt.validation())
        .id(ending == null ? null : ending.duplicateOf())
        .time(place.retryUntil())
        .value(place.isInOrder())
        .addBatch();
    batches.insertCount++;
    addTerms(batches, receipt);
  }

  private static void addTerms(JournalBatches batches, Receipt receipt) throws SQLException {
    if (receipt.terms().length > 0) {
      new JournalRow(batches.terms).key(receipt.key()).numbers(receipt.terms()).addBatch();
      batches.termsCount++;
    }
  }

  /** What is queued is acknowledged as soon as this is durable, and its caller told no more. */
  private static @Nullable Integer statusCode(Outcome outcome, @Nullable Ending ending) {
    if (ending != null) {
      return ending.statusCode();
    }
    return outcome == Outcome.QUEUED ? Integer.valueOf(202) : null;
  }

  private static void addFinish(JournalBatches batches, JournalEntry.Finish finish)
      throws SQLException {
    Attempt attempt = finish.attempt();
    addAttempt(batches, finish.delivery(), attempt);
    if (finish.nextAttemptAt() != null) {
      new JournalRow(batches.again)
          .time(finish.nextAttemptAt())
          .key(finish.delivery())
          .value(attempt.number())
          .addBatch();
      batches.queued.add(finish);
      return;
    }
    new JournalRow(batches.finishes)
        .text(attempt.outcome().name())
        .text(attempt.reasonName())
        .text(attempt.result().error())
        .text(attempt.result().recordId())
        .small(finish.statusCode())
        .time(attempt.finishedAt())
        .text(attempt.outcome().name())
        .text(attempt.reasonName())
        .key(finish.delivery())
        .value(attempt.number())
        .addBatch();
    batches.finished.add(finish);
  }

  private static void addAttempt(JournalBatches batches, DeliveryKey delivery, Attempt attempt)
      throws SQLException {
    ActionResult result = attempt.result();
    ActionResult.Exchange exchange = result.exchange();
    new JournalRow(batches.attempts)
        .key(delivery)
        .value(attempt.number())
        .value(attempt.version())
        .text(attempt.startedBy())
        .text(result.outcome().name())
        .text(attempt.reasonName())
        .text(result.error())
        .text(result.recordId())
        .text(exchange == null ? null : exchange.request())
        .small(exchange == null ? null : exchange.status())
        .text(exchange == null ? null : exchange.response())
        .time(attempt.startedAt())
        .time(attempt.finishedAt())
        .times(attempt.times())
        .addBatch();
  }

  private static void addAnswer(JournalBatches batches, JournalEntry.Answered answered)
      throws SQLException {
    new JournalRow(batches.answers)
        .small(answered.statusCode())
        .text(answered.error())
        .key(answered.delivery())
        .addBatch();
    batches.answerCount++;
  }

  private static void addWithdrawal(JournalBatches batches, JournalEntry.Begin begin)
      throws SQLException {
    addAnswer(
        batches, new JournalEntry.Answered(begin.receipt().key(), 503, CallerAnswer.NOT_TAKEN));
    new JournalRow(batches.withdrawals)
        .key(begin.receipt().key())
        .text(begin.outcome().name())
        .addBatch();
    batches.withdrawalCount++;
  }

  private @Nullable String leftOut(Receipt receipt) {
    return receipt.payload().leftOut().isEmpty() ? null : json(receipt.payload().leftOut());
  }

  private @Nullable String firstViolation(Ending ending) {
    return ending.violations().isEmpty() ? null : json(ending.violations().getFirst());
  }

  private @Nullable String violations(Ending ending) {
    return ending.violations().isEmpty() ? null : json(ending.violations());
  }

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A journal entry could not be written as JSON", e);
    }
  }
}
