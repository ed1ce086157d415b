package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal's SQL: what a group of entries becomes. What nearly every group has is one statement
 * for all of its rows; what is rare is a batch.
 */
@Singleton
class JournalStatements {

  /**
   * Another attempt is to come: the delivery has its number from now on, as it had that of the
   * first one when it was queued. As there, the outcome is not looked for in an index.
   */
  private static final String QUEUE_AGAIN =
      """
      UPDATE deliveries SET outcome = 'QUEUED', deadline_at = ?, attempts_begun = attempts_begun + 1
      WHERE organization_id = ? AND received_at = ? AND delivery_id = ?
        AND attempts_begun = ? AND outcome || '' = 'RECEIVED' AND outcome_before IS NULL
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

  /** Whether one statement writes all of it, which is a transaction by itself. */
  static boolean isOneStatement(List<JournalEntry> entries) {
    return entries.stream()
        .allMatch(
            entry ->
                switch (entry) {
                  case JournalEntry.Begin begin -> begin.claim() == null;
                  case JournalEntry.Rejected _ -> true;
                  case JournalEntry.Finish finish -> finish.nextAttemptAt() == null;
                  case JournalEntry.Answered _, JournalEntry.Withdraw _ -> false;
                });
  }

  /**
   * Writes a group that is {@linkplain #isOneStatement one statement}, on a connection that commits
   * each by itself.
   *
   * @return of what ended, that which stands otherwise than its attempt began it: nothing of it was
   *     written
   */
  List<JournalEntry.Finish> executeAtOnce(Connection connection, List<JournalEntry> entries)
      throws SQLException {
    return GroupStatement.write(
        connection,
        entries.stream().flatMap(this::arrivals).toList(),
        of(JournalEntry.Finish.class, entries));
  }

  /** Writes a group but for the entries whose keys others have, and gives those. */
  Set<JournalEntry> execute(Connection connection, List<JournalEntry> entries) throws SQLException {
    Set<JournalEntry> refused = ClaimStatement.refused(connection, entries);
    List<JournalEntry> written =
        entries.stream().filter(entry -> !refused.contains(entry)).toList();
    Map<Boolean, List<JournalEntry.Finish>> finishes =
        of(JournalEntry.Finish.class, written).stream()
            .collect(Collectors.partitioningBy(one -> one.nextAttemptAt() == null));
    List<JournalEntry.Finish> unsettled = new ArrayList<>();
    unsettled.addAll(
        GroupStatement.write(
            connection, written.stream().flatMap(this::arrivals).toList(), listOf(finishes, true)));
    GroupStatement.writeAttempts(
        connection, Stream.concat(unsettled.stream(), listOf(finishes, false).stream()).toList());
    unsettled.addAll(queueAgain(connection, listOf(finishes, false)));
    for (JournalEntry.Finish finish : unsettled) {
      Settlement.settle(connection, finish);
    }
    List<JournalEntry.Withdraw> withdrawals = of(JournalEntry.Withdraw.class, written);
    answer(connection, of(JournalEntry.Answered.class, written));
    answer(connection, withdrawals.stream().map(JournalStatements::answered).toList());
    withdraw(connection, withdrawals);
    return refused;
  }

  private static <E extends JournalEntry> List<E> of(
      Class<E> type, List<? extends JournalEntry> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Stream<GroupStatement.Arrival> arrivals(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Begin begin ->
          Stream.of(arrival(begin.receipt(), begin.outcome(), begin.place(), null));
      case JournalEntry.Rejected(Receipt receipt, Ending ending) ->
          Stream.of(arrival(receipt, ending.outcome(), QueuePlace.NONE, ending));
      case JournalEntry.Finish _, JournalEntry.Answered _, JournalEntry.Withdraw _ -> Stream.of();
    };
  }

  private GroupStatement.Arrival arrival(
      Receipt receipt, Outcome outcome, QueuePlace place, @Nullable Ending ending) {
    return new GroupStatement.Arrival(
        receipt,
        outcome,
        place,
        json(receipt.headers()),
        leftOut(receipt),
        ending,
        ending == null ? null : violations(ending),
        ending == null ? null : firstViolation(ending));
  }

  private static <E> List<E> listOf(Map<Boolean, List<E>> lists, boolean which) {
    return lists.getOrDefault(which, List.of());
  }

  /** Gives those that stand otherwise than their attempts began them. */
  private static List<JournalEntry.Finish> queueAgain(
      Connection connection, List<JournalEntry.Finish> finishes) throws SQLException {
    if (finishes.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(QUEUE_AGAIN)) {
      for (JournalEntry.Finish finish : finishes) {
        new JournalRow(statement)
            .time(finish.nextAttemptAt())
            .key(finish.delivery())
            .value(finish.attempt().number())
            .addBatch();
      }
      int[] changed = statement.executeBatch();
      return IntStream.range(0, changed.length)
          .filter(i -> changed[i] == 0)
          .mapToObj(finishes::get)
          .toList();
    }
  }

  private static JournalEntry.Answered answered(JournalEntry.Withdraw withdraw) {
    return new JournalEntry.Answered(withdraw.begin().receipt().key(), 503, CallerAnswer.NOT_TAKEN);
  }

  private static void answer(Connection connection, List<JournalEntry.Answered> answers)
      throws SQLException {
    if (answers.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(ANSWER_DELIVERY)) {
      for (JournalEntry.Answered answered : answers) {
        new JournalRow(statement)
            .small(answered.statusCode())
            .text(answered.error())
            .key(answered.delivery())
            .addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void withdraw(Connection connection, List<JournalEntry.Withdraw> withdrawals)
      throws SQLException {
    if (withdrawals.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(WITHDRAW_DELIVERY)) {
      for (JournalEntry.Withdraw withdraw : withdrawals) {
        new JournalRow(statement)
            .key(withdraw.begin().receipt().key())
            .text(withdraw.begin().outcome().name())
            .addBatch();
      }
      statement.executeBatch();
    }
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
