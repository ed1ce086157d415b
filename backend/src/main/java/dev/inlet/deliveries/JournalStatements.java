package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.actions.ActionResult;
import dev.inlet.platform.json.StorableText;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal's SQL: what a group of entries becomes, one batch per statement. */
@Singleton
class JournalStatements {

  private static final int TEXT_MAX = 64 * 1024;

  private static final String INSERT_DELIVERY =
      """
      INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, source_address,
                              headers, body, body_is_partial, deadline_at, outcome, reason, error, violations,
                              status_code, finished_at)
      VALUES (?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /** A delivery that was given up as UNKNOWN takes the truth when it comes after all. */
  private static final String FINISH_DELIVERY =
      """
      UPDATE deliveries
      SET outcome = ?, reason = ?, error = ?, violations = ?::json,
          status_code = coalesce(?, status_code), finished_at = ?, record_id = ?,
          outcome_before = NULL
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ?
        AND outcome IN ('RECEIVED', 'QUEUED', 'UNKNOWN')
      """;

  private static final String INSERT_ATTEMPT =
      """
      INSERT INTO attempts (organization_id, received_at, delivery_id, number, version_number, started_by, outcome,
                            reason, error, record_id, request, response_status, response, started_at, finished_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String WITHDRAW_DELIVERY =
      """
      UPDATE deliveries
      SET outcome = 'FAILED', reason = 'INTERNAL_ERROR', status_code = 503, finished_at = now(),
          error = 'The delivery was not taken, because it could not be written down in time.'
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ? AND outcome = ?
      """;

  private final ObjectMapper json;

  JournalStatements(ObjectMapper json) {
    this.json = json;
  }

  void execute(Connection connection, List<JournalEntry> entries) throws SQLException {
    try (PreparedStatement inserts = connection.prepareStatement(INSERT_DELIVERY);
        PreparedStatement finishes = connection.prepareStatement(FINISH_DELIVERY);
        PreparedStatement attempts = connection.prepareStatement(INSERT_ATTEMPT);
        PreparedStatement withdrawals = connection.prepareStatement(WITHDRAW_DELIVERY)) {
      Batches batches = new Batches(inserts, finishes, attempts, withdrawals);
      for (JournalEntry entry : entries) {
        add(batches, entry);
      }
      batches.execute();
    }
  }

  private void add(Batches batches, JournalEntry entry) throws SQLException {
    switch (entry) {
      case JournalEntry.Begin begin -> addInsert(batches, begin.receipt(), begin.outcome(), null);
      case JournalEntry.Rejected rejected ->
          addInsert(batches, rejected.receipt(), rejected.ending().outcome(), rejected.ending());
      case JournalEntry.Finish finish -> addFinish(batches, finish.delivery(), finish.ending());
      case JournalEntry.Withdraw withdraw -> addWithdrawal(batches, withdraw.begin());
    }
  }

  private void addInsert(Batches batches, Receipt receipt, Outcome outcome, @Nullable Ending ending)
      throws SQLException {
    new Row(batches.inserts)
        .key(receipt.key())
        .value(receipt.webhook().value())
        .value(receipt.version())
        .text(receipt.sourceAddress())
        .json(json(receipt.headers()))
        .value(receipt.body())
        .value(receipt.isBodyPartial())
        .time(receipt.deadlineAt())
        .text(outcome.name())
        .text(ending == null ? null : name(ending.reason()))
        .text(ending == null ? null : ending.error())
        .json(ending == null ? null : violations(ending))
        .small(ending == null ? null : ending.statusCode())
        .time(ending == null ? null : ending.finishedAt())
        .addBatch();
    batches.insertCount++;
  }

  private void addFinish(Batches batches, DeliveryKey delivery, Ending ending) throws SQLException {
    new Row(batches.finishes)
        .text(ending.outcome().name())
        .text(name(ending.reason()))
        .text(ending.error())
        .json(violations(ending))
        .small(ending.statusCode())
        .time(ending.finishedAt())
        .text(ending.recordId())
        .key(delivery)
        .addBatch();
    batches.finishCount++;
    if (ending.attempt() != null) {
      addAttempt(batches, delivery, ending.attempt());
    }
  }

  private static void addAttempt(Batches batches, DeliveryKey delivery, Attempt attempt)
      throws SQLException {
    ActionResult result = attempt.result();
    ActionResult.Exchange exchange = result.exchange();
    new Row(batches.attempts)
        .key(delivery)
        .value(attempt.number())
        .value(attempt.version())
        .text(attempt.startedBy())
        .text(result.outcome().name())
        .text(name(attempt.reason()))
        .text(result.error())
        .text(result.recordId())
        .text(exchange == null ? null : exchange.request())
        .small(exchange == null ? null : exchange.status())
        .text(exchange == null ? null : exchange.response())
        .time(attempt.startedAt())
        .time(attempt.finishedAt())
        .addBatch();
    batches.attemptCount++;
  }

  private static void addWithdrawal(Batches batches, JournalEntry.Begin begin) throws SQLException {
    new Row(batches.withdrawals).key(begin.receipt().key()).text(begin.outcome().name()).addBatch();
    batches.withdrawalCount++;
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

  private static @Nullable String name(@Nullable Reason reason) {
    return reason == null ? null : reason.name();
  }

  /** A group's statements; one that got no row is not sent. */
  private static final class Batches {

    private final PreparedStatement inserts;
    private final PreparedStatement finishes;
    private final PreparedStatement attempts;
    private final PreparedStatement withdrawals;
    private int insertCount;
    private int finishCount;
    private int attemptCount;
    private int withdrawalCount;

    Batches(
        PreparedStatement inserts,
        PreparedStatement finishes,
        PreparedStatement attempts,
        PreparedStatement withdrawals) {
      this.inserts = inserts;
      this.finishes = finishes;
      this.attempts = attempts;
      this.withdrawals = withdrawals;
    }

    void execute() throws SQLException {
      if (insertCount > 0) {
        inserts.executeBatch();
      }
      if (finishCount > 0) {
        finishes.executeBatch();
      }
      if (attemptCount > 0) {
        attempts.executeBatch();
      }
      if (withdrawalCount > 0) {
        withdrawals.executeBatch();
      }
    }
  }

  /** Binds one row, parameter after parameter. */
  private static final class Row {

    private final PreparedStatement statement;
    private int index;

    Row(PreparedStatement statement) {
      this.statement = statement;
    }

    Row key(DeliveryKey key) throws SQLException {
      return value(key.organization().value()).time(key.id().receivedAt()).value(key.id().value());
    }

    Row value(Object value) throws SQLException {
      statement.setObject(++index, value);
      return this;
    }

    Row value(byte[] value) throws SQLException {
      statement.setBytes(++index, value);
      return this;
    }

    Row text(@Nullable String value) throws SQLException {
      statement.setString(++index, StorableText.of(value, TEXT_MAX));
      return this;
    }

    /** Whole: half a document is none. Jackson has escaped what PostgreSQL refuses. */
    Row json(@Nullable String value) throws SQLException {
      statement.setString(++index, value);
      return this;
    }

    Row small(@Nullable Integer value) throws SQLException {
      statement.setObject(++index, value, Types.SMALLINT);
      return this;
    }

    Row time(@Nullable Instant value) throws SQLException {
      OffsetDateTime time = value == null ? null : value.atOffset(ZoneOffset.UTC);
      statement.setObject(++index, time, Types.TIMESTAMP_WITH_TIMEZONE);
      return this;
    }

    void addBatch() throws SQLException {
      statement.addBatch();
    }
  }
}
