package dev.inlet.deliveries;

import dev.inlet.actions.ActionResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * What nearly every group of journal entries is made of, in one statement: what arrived, what it
 * can be found by, and what ended. Each further statement would be another way to PostgreSQL and
 * back, and most of the time of a group is that.
 */
final class GroupStatement {

  private static final String ARRIVE =
      """
      INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, source_address,
                              headers, body, body_is_partial, body_is_withheld, left_out, deadline_at, outcome,
                              attempts_begun, reason, error, violations, status_code, answered_error, finished_at,
                              first_outcome, first_reason, first_violation, validation_ms, duplicate_of, retry_until,
                              queue_place)
      SELECT a.organization_id, a.received_at, a.delivery_id, a.webhook_id, a.version_number, a.source_address,
             a.headers::json, a.body, a.body_is_partial, a.body_is_withheld, a.left_out::json, a.deadline_at, a.outcome,
             a.attempts_begun, a.reason, a.error, a.violations::json, a.status_code, a.error, a.finished_at,
             CASE WHEN a.finished_at IS NOT NULL THEN a.outcome END, a.reason, a.first_violation::json, a.validation_ms,
             a.duplicate_of, a.retry_until, CASE WHEN a.is_in_order THEN nextval('queue_places') END
      FROM unnest(?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[]::uuid[], ?::text[]::uuid[], ?::integer[], ?::text[], ?::text[], ?::bytea[],
                  ?::boolean[], ?::boolean[], ?::text[], ?::text[]::timestamptz[], ?::text[], ?::integer[], ?::text[], ?::text[],
                  ?::text[], ?::integer[], ?::text[]::timestamptz[], ?::text[], ?::integer[], ?::text[]::uuid[], ?::text[]::timestamptz[], ?::boolean[])
        AS a (organization_id, received_at, delivery_id, webhook_id, version_number, source_address, headers, body,
              body_is_partial, body_is_withheld, left_out, deadline_at, outcome, attempts_begun, reason, error,
              violations, status_code, finished_at, first_violation, validation_ms, duplicate_of, retry_until, is_in_order)
      ON CONFLICT DO NOTHING
      """;

  /** Each delivery's terms are a slice of all of them. */
  private static final String FIND_BY =
      """
      INSERT INTO delivery_terms (organization_id, received_at, delivery_id, terms)
      SELECT t.organization_id, t.received_at, t.delivery_id, (a.terms)[t.first:t.last]
      FROM (SELECT ?::bigint[]) AS a (terms),
           unnest(?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[]::uuid[], ?::integer[], ?::integer[])
             AS t (organization_id, received_at, delivery_id, first, last)
      ON CONFLICT DO NOTHING
      """;

  /**
   * Only what stands as the attempt began it; all else is settled. The first time is that of all
   * rows: PostgreSQL leaves out earlier days before it looks. There is no last one, or it would
   * read all that came between; and an empty text is appended to the outcome, or it would read all
   * that is unfinished.
   */
  static final String FINISH =
      """
      UPDATE deliveries AS d
      SET outcome = f.outcome, reason = f.reason, error = f.error, record_id = f.record_id,
          status_code = coalesce(d.status_code, f.status_code), finished_at = f.finished_at,
          first_outcome = f.outcome, first_reason = f.reason
      FROM unnest(?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[]::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::integer[], ?::text[]::timestamptz[])
        AS f (organization_id, received_at, delivery_id, number, outcome, reason, error, record_id, status_code, finished_at)
      WHERE d.organization_id = f.organization_id AND d.received_at = f.received_at AND d.delivery_id = f.delivery_id
        AND d.received_at >= ?
        AND d.attempts_begun = f.number AND d.outcome || '' IN ('RECEIVED', 'QUEUED') AND d.outcome_before IS NULL
      RETURNING d.delivery_id
      """;

  private static final String ATTEMPT =
      """
      INSERT INTO attempts (organization_id, received_at, delivery_id, number, version_number, started_by, outcome,
                            reason, error, record_id, exchange, response_status, started_at, finished_at, queued_ms,
                            waited_ms, sign_in_ms, calls_ms)
      SELECT a.*
      FROM unnest(?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[]::uuid[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::bytea[], ?::integer[], ?::text[]::timestamptz[], ?::text[]::timestamptz[], ?::integer[],
                  ?::integer[], ?::integer[], ?::integer[])
        AS a (organization_id, received_at, delivery_id, number, version_number, started_by, outcome, reason, error, record_id,
              exchange, response_status, started_at, finished_at, queued_ms, waited_ms, sign_in_ms, calls_ms)
      """;

  private static final String NOT_TWICE = "ON CONFLICT DO NOTHING";

  private static final String ARRIVED =
      "arrived AS (%s), found_by AS (%s)".formatted(ARRIVE, FIND_BY);

  private static final String FINISHED =
      "finished AS (%s), attempted AS (%s WHERE a.delivery_id IN (SELECT f.delivery_id FROM finished AS f) %s)"
          .formatted(FINISH, ATTEMPT, NOT_TWICE);

  private static final String WHAT_FINISHED = " SELECT delivery_id FROM finished";

  /** PostgreSQL prepares itself for all that a statement may do: a small group is half of that. */
  private static final String ARRIVALS = "WITH " + ARRIVED + " SELECT NULL::uuid WHERE false";

  private static final String FINISHES = "WITH " + FINISHED + WHAT_FINISHED;

  private static final String BOTH = "WITH " + ARRIVED + ", " + FINISHED + WHAT_FINISHED;

  private GroupStatement() {}

  /**
   * A delivery to be.
   *
   * @param headers as JSON
   * @param leftOut as JSON; null if nothing was
   * @param ending null if it has not ended
   * @param violations as JSON; null if there is none
   * @param firstViolation as JSON; null if there is none
   */
  record Arrival(
      Receipt receipt,
      Outcome outcome,
      QueuePlace place,
      String headers,
      @Nullable String leftOut,
      @Nullable Ending ending,
      @Nullable String violations,
      @Nullable String firstViolation) {

    DeliveryKey key() {
      return receipt.key();
    }

    /** What is queued is acknowledged as soon as this is durable, and its caller told no more. */
    @Nullable Integer statusCode() {
      if (ending != null) {
        return ending.statusCode();
      }
      return outcome == Outcome.QUEUED ? Integer.valueOf(202) : null;
    }

    @Nullable UUID duplicateOf() {
      return ending == null || ending.duplicateOf() == null ? null : ending.duplicateOf().value();
    }
  }

  /**
   * Writes it. On a connection that commits each statement by itself, so is this one.
   *
   * @return of what ended, the deliveries that stand otherwise than their attempts began them: of
   *     them nothing is written
   */
  static List<JournalEntry.Finish> write(
      Connection connection, List<Arrival> arrivals, List<JournalEntry.Finish> finishes)
      throws SQLException {
    if (arrivals.isEmpty() && finishes.isEmpty()) {
      return List.of();
    }
    // In one order, so that no two groups wait for each other.
    List<JournalEntry.Finish> ended =
        finishes.stream()
            .sorted(
                Comparator.comparing(GroupStatement::receivedAt)
                    .thenComparing(finish -> finish.delivery().id().value()))
            .toList();
    try (PreparedStatement statement =
        connection.prepareStatement(statement(!arrivals.isEmpty(), !ended.isEmpty()))) {
      RowArrays<Arrival> arrived = new RowArrays<>(statement, arrivals);
      if (!arrivals.isEmpty()) {
        arrived = foundBy(arrived(arrived), arrivals);
      }
      if (!ended.isEmpty()) {
        attempted(finished(arrived.then(ended), ended));
      }
      Set<UUID> finished = returned(statement);
      return ended.stream()
          .filter(finish -> !finished.contains(finish.delivery().id().value()))
          .toList();
    }
  }

  private static String statement(boolean isAnyArrived, boolean isAnyEnded) {
    if (isAnyArrived) {
      return isAnyEnded ? BOTH : ARRIVALS;
    }
    return FINISHES;
  }

  /** Writes how attempts ended, whatever that makes of their deliveries. */
  static void writeAttempts(Connection connection, List<JournalEntry.Finish> finishes)
      throws SQLException {
    if (!finishes.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(ATTEMPT + NOT_TWICE)) {
        attempted(new RowArrays<>(statement, finishes));
        statement.executeUpdate();
      }
    }
  }

  private static RowArrays<Arrival> arrived(RowArrays<Arrival> rows) throws SQLException {
    return rows.keys(Arrival::key)
        .ids(row -> row.receipt().webhook().value())
        .numbers(row -> row.receipt().version())
        .texts(row -> row.receipt().sourceAddress())
        .documents(Arrival::headers)
        .bytes(row -> row.receipt().payload().body())
        .flags(row -> row.receipt().payload().isPartial())
        .flags(row -> row.receipt().payload().isWithheld())
        .documents(Arrival::leftOut)
        .times(row -> row.receipt().deadlineAt())
        .texts(row -> row.outcome().name())
        .numbers(row -> row.ending() == null ? 1 : 0)
        .texts(row -> row.ending() == null ? null : row.ending().reasonName())
        .texts(row -> row.ending() == null ? null : row.ending().error())
        .documents(Arrival::violations)
        .numbers(Arrival::statusCode)
        .times(row -> row.ending() == null ? null : row.ending().finishedAt())
        .documents(Arrival::firstViolation)
        .millis(row -> row.receipt().validation())
        .ids(Arrival::duplicateOf)
        .times(row -> row.place().retryUntil())
        .flags(row -> row.place().isInOrder());
  }

  private static RowArrays<Arrival> foundBy(RowArrays<Arrival> before, List<Arrival> arrivals)
      throws SQLException {
    List<Arrival> rows = arrivals.stream().filter(row -> row.receipt().terms().length > 0).toList();
    List<Integer> lasts =
        rows.stream()
            .map(row -> row.receipt().terms().length)
            .gather(Gatherers.scan(() -> 0, Integer::sum))
            .toList();
    return before
        .then(rows)
        .lists(row -> row.receipt().terms())
        .keys(Arrival::key)
        .numbersAt(i -> lasts.get(i) - rows.get(i).receipt().terms().length + 1)
        .numbersAt(lasts::get);
  }

  private static RowArrays<JournalEntry.Finish> finished(
      RowArrays<JournalEntry.Finish> rows, List<JournalEntry.Finish> ended) throws SQLException {
    return rows.keys(JournalEntry.Finish::delivery)
        .numbers(row -> row.attempt().number())
        .texts(row -> row.attempt().outcome().name())
        .texts(row -> row.attempt().reasonName())
        .texts(row -> row.attempt().result().error())
        .texts(row -> row.attempt().result().recordId())
        .numbers(JournalEntry.Finish::statusCode)
        .times(row -> row.attempt().finishedAt())
        .time(receivedAt(ended.getFirst()));
  }

  private static void attempted(RowArrays<JournalEntry.Finish> rows) throws SQLException {
    RowArrays<JournalEntry.Finish> _ =
        rows.keys(JournalEntry.Finish::delivery)
            .numbers(row -> row.attempt().number())
            .numbers(row -> row.attempt().version())
            .texts(row -> row.attempt().startedBy())
            .texts(row -> row.attempt().result().outcome().name())
            .texts(row -> row.attempt().reasonName())
            .texts(row -> row.attempt().result().error())
            .texts(row -> row.attempt().result().recordId())
            .bytes(JournalEntry.Finish::exchange)
            .numbers(GroupStatement::responseStatus)
            .times(row -> row.attempt().startedAt())
            .times(row -> row.attempt().finishedAt())
            .millis(row -> row.attempt().times().queued())
            .millis(row -> row.attempt().times().waiting())
            .millis(row -> row.attempt().times().signIn())
            .millis(row -> row.attempt().times().calls());
  }

  private static Instant receivedAt(JournalEntry.Finish finish) {
    return finish.delivery().id().receivedAt();
  }

  private static Set<UUID> returned(PreparedStatement statement) throws SQLException {
    Set<UUID> returned = new HashSet<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        returned.add(row.getObject(1, UUID.class));
      }
    }
    return returned;
  }

  private static @Nullable Integer responseStatus(JournalEntry.Finish finish) {
    ActionResult.Exchange exchange = finish.attempt().result().exchange();
    return exchange == null ? null : exchange.status();
  }
}
