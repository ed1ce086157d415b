package dev.inlet.deliveries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an attempt whose delivery stands otherwise than a first attempt begins it: a replay, or a
 * truth that comes late. What all attempts say together counts: a success takes back every doubt,
 * and nothing takes back a success. While a later attempt runs, what is learned of an earlier one
 * is kept as what is known without it.
 */
final class Settlement {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private static final String OF_DELIVERY =
      "\nWHERE organization_id = ? AND received_at = ? AND delivery_id = ?\n";

  /**
   * A statement of its own: the next one sees every attempt that was written by whoever held this
   * row before. Weaker than what a foreign key waits for, so that two who wrote attempts of one
   * delivery do not wait for each other.
   */
  private static final String LOCK =
      "SELECT outcome, outcome_before, attempts_begun, replays_begun FROM deliveries"
          + OF_DELIVERY
          + "FOR NO KEY UPDATE";

  private static final String ATTEMPTS = "SELECT number, outcome FROM attempts" + OF_DELIVERY;

  private static final String STAND =
      """
      UPDATE deliveries
      SET outcome = ?, outcome_before = ?, attempts_begun = greatest(attempts_begun, ?)"""
          + OF_DELIVERY;

  private static final String EXPLAIN =
      "UPDATE deliveries SET reason = ?, error = ?, record_id = ?" + OF_DELIVERY;

  private static final String FIRST =
      """
      UPDATE deliveries
      SET first_outcome = ?, first_reason = ?, finished_at = ?, status_code = coalesce(status_code, ?)"""
          + OF_DELIVERY;

  /** Says that this entry alone is at fault, and not the others of its group. */
  private static final String OWN_FAULT = "23503";

  private Settlement() {}

  /**
   * How a delivery stands before an attempt is settled.
   *
   * @param before what is known without the attempt that is under way; null if nothing is
   * @param begun how many attempts were begun
   * @param replays how many of them, the last ones, a person asked for
   */
  private record Standing(Outcome outcome, @Nullable Outcome before, int begun, int replays) {

    boolean isUnderWay() {
      return outcome.isUnderWay();
    }

    @Nullable Outcome known() {
      return isUnderWay() ? before : outcome;
    }

    boolean isNewest(Attempt attempt) {
      return attempt.number() >= begun;
    }

    /**
     * Whether it is how the delivery ended without any replay: no attempt of its own came later.
     */
    boolean isLastOwn(Attempt attempt) {
      return !attempt.isReplay() && attempt.number() >= begun - replays;
    }

    /**
     * Whether the delivery waits for an attempt of its own after this one, or makes it: this one
     * was written before. A replay goes on from something that is known.
     */
    boolean wasQueuedAgainAfter(Attempt attempt) {
      return isUnderWay() && before == null && attempt.number() < begun;
    }
  }

  /** Settles an attempt that was written in this transaction. */
  static void settle(Connection connection, JournalEntry.Finish finish) throws SQLException {
    DeliveryKey delivery = finish.delivery();
    Attempt attempt = finish.attempt();
    Standing standing = lock(connection, delivery);
    if (standing.wasQueuedAgainAfter(attempt)) {
      return;
    }
    boolean isOnTime = standing.isUnderWay() && standing.isNewest(attempt);
    boolean isOver = isOnTime || !standing.isUnderWay();
    int over = isOver ? Math.max(standing.begun(), attempt.number()) : standing.begun() - 1;
    Outcome truth =
        truth(standing.known(), attempt.outcome(), attempts(connection, delivery), over);
    if (!isOnTime) {
      LOG.warn(
          "Attempt {} of delivery {} ended as {} when the delivery was {} already, by attempt {};"
              + " what is known of it is {}",
          attempt.number(),
          delivery.id(),
          attempt.outcome(),
          standing.outcome(),
          standing.begun(),
          truth);
    }
    update(
        new JournalRow(connection.prepareStatement(STAND))
            .text((isOver ? truth : standing.outcome()).name())
            .text(isOver ? null : truth.name())
            .value(attempt.number())
            .key(delivery));
    if (truth != standing.known() || (attempt.outcome() == truth && standing.isNewest(attempt))) {
      update(
          new JournalRow(connection.prepareStatement(EXPLAIN))
              .text(attempt.reasonName())
              .text(attempt.result().error())
              .text(attempt.result().recordId())
              .key(delivery));
    }
    if (standing.isLastOwn(attempt)) {
      update(
          new JournalRow(connection.prepareStatement(FIRST))
              .text(attempt.outcome().name())
              .text(attempt.reasonName())
              .time(attempt.finishedAt())
              .small(finish.statusCode())
              .key(delivery));
    }
  }

  /**
   * What a delivery has become.
   *
   * @param known what was known before this attempt ended
   * @param ended how each attempt ended that did, this one too
   * @param over how many attempts nobody works on any more
   */
  static Outcome truth(
      @Nullable Outcome known, Outcome attempt, Map<Integer, Outcome> ended, int over) {
    if (attempt == Outcome.SUCCEEDED || known == Outcome.SUCCEEDED) {
      return Outcome.SUCCEEDED;
    }
    if (known == Outcome.DUPLICATE) {
      return Outcome.DUPLICATE;
    }
    boolean isDoubtful =
        ended.containsValue(Outcome.UNKNOWN)
            || ended.keySet().stream().filter(number -> number <= over).count() < over;
    return attempt == Outcome.UNKNOWN || (known == Outcome.UNKNOWN && isDoubtful)
        ? Outcome.UNKNOWN
        : Outcome.FAILED;
  }

  private static Standing lock(Connection connection, DeliveryKey delivery) throws SQLException {
    try (PreparedStatement statement =
            new JournalRow(connection.prepareStatement(LOCK)).key(delivery).bound();
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException(
            "There is no delivery %s to finish".formatted(delivery.id()), OWN_FAULT);
      }
      String before = row.getString("outcome_before");
      return new Standing(
          Outcome.valueOf(row.getString("outcome")),
          before == null ? null : Outcome.valueOf(before),
          row.getInt("attempts_begun"),
          row.getInt("replays_begun"));
    }
  }

  private static Map<Integer, Outcome> attempts(Connection connection, DeliveryKey delivery)
      throws SQLException {
    try (PreparedStatement statement =
            new JournalRow(connection.prepareStatement(ATTEMPTS)).key(delivery).bound();
        ResultSet row = statement.executeQuery()) {
      Map<Integer, Outcome> attempts = new HashMap<>();
      while (row.next()) {
        attempts.put(row.getInt("number"), Outcome.valueOf(row.getString("outcome")));
      }
      return attempts;
    }
  }

  private static void update(JournalRow row) throws SQLException {
    try (PreparedStatement statement = row.bound()) {
      if (statement.executeUpdate() != 1) {
        throw new SQLException("A delivery that was locked could not be changed", OWN_FAULT);
      }
    }
  }
}
