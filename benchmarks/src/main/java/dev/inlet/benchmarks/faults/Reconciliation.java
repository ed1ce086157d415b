package dev.inlet.benchmarks.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.faults.Sent.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Three accounts of the same: callers' answers, the journal, and iMIS's records. */
final class Reconciliation {

  /** What was broken is felt so long after it was mended. */
  private static final Duration AFTERMATH = Duration.ofSeconds(5);

  /** Beyond its deadline, until whoever died over a delivery is known to have. */
  private static final Duration IN_FLIGHT_MAX = Duration.ofSeconds(60);

  private static final String JOURNAL =
      """
      SELECT delivery_id, CASE WHEN NOT body_is_partial THEN body END, outcome, coalesce(duplicate_of::text, ''), received_at
      FROM deliveries""";

  private static final Set<String> OPEN = Set.of("RECEIVED", "QUEUED");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Sent> sent;
  private final Map<Long, List<Row>> journal;
  private final Map<String, Row> byId = new HashMap<>();
  private final Map<Long, Long> records;
  private final List<Instant> faults;

  /**
   * A delivery, as the journal tells it in the end.
   *
   * @param number of what was sent; 0 if it did not come whole
   * @param origin the delivery that it is a duplicate of; empty if it is none
   */
  record Row(String delivery, long number, String outcome, String origin, Instant receivedAt) {

    boolean is(String wanted) {
      return outcome.equals(wanted);
    }
  }

  /**
   * What is to be held against each other.
   *
   * @param records how many are in iMIS of each number
   * @param faults when something was broken
   */
  Reconciliation(
      List<Sent> sent, List<Row> journal, Map<Long, Long> records, List<Instant> faults) {
    this.sent = sent;
    this.records = records;
    this.faults = faults;
    this.journal = journal.stream().collect(Collectors.groupingBy(Row::number));
    journal.forEach(row -> byId.put(row.delivery(), row));
  }

  /** All that the journal says. */
  static List<Row> journal(Postgres postgres) throws SQLException, IOException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = postgres.connect(Faults.DATABASE);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(JOURNAL)) {
      while (found.next()) {
        rows.add(
            new Row(
                found.getString(1),
                number(found.getBytes(2)),
                found.getString(3),
                found.getString(4),
                found.getTimestamp(5).toInstant()));
      }
    }
    return rows;
  }

  private static long number(byte @Nullable [] body) throws IOException {
    return body == null || body.length == 0 ? 0 : JSON.readTree(body).get("number").asLong();
  }

  /** What must not be, each with how often it was. */
  List<Finding> findings() {
    return List.of(
        finding(
            "answered 200 without a record",
            answered(200).filter(one -> records(one) == 0).count()),
        finding(
            "answered 200 without a succeeded delivery in the journal",
            answers(200).filter(answer -> !isSucceeded(answer.delivery())).count()),
        finding(
            "answered 202 without a delivery in the journal",
            answers(202).filter(answer -> !byId.containsKey(answer.delivery())).count()),
        finding(
            "answered 202 and given up in the end",
            answers(202).filter(answer -> isGivenUp(answer.delivery())).count()),
        finding(
            "records without a delivery in the journal",
            records.keySet().stream().filter(number -> !journal.containsKey(number)).count()),
        finding(
            "sent with a key, and in iMIS twice",
            sent.stream().filter(one -> one.key() != null && records(one) > 1).count()),
        finding(
            "sent once without a key, and in iMIS twice",
            sent.stream().filter(one -> one.key() == null && records(one) > 1).count()),
        finding(
            "told its caller that it is not in iMIS, and it is",
            sent.stream()
                .filter(one -> one.answers().stream().allMatch(Answer::isDenial))
                .filter(one -> records(one) > 0)
                .count()),
        finding(
            "in iMIS, and the journal denies it",
            records.keySet().stream()
                .filter(journal::containsKey)
                .filter(number -> rows(number).stream().noneMatch(this::mayBeThere))
                .count()),
        finding(
            "succeeded in the journal, and not in iMIS",
            all(row -> row.is("SUCCEEDED")).stream()
                .filter(row -> !records.containsKey(row.number()))
                .count()),
        finding("UNKNOWN although nothing was broken meanwhile", unfounded()),
        finding("under way for ever", all(row -> OPEN.contains(row.outcome())).size()));
  }

  /** A sentence, and how often what it says was so. */
  record Finding(String sentence, long count) {}

  private static Finding finding(String sentence, long count) {
    return new Finding(sentence, count);
  }

  /** What was, in numbers. */
  List<Finding> figures() {
    List<Row> unknown = all(row -> row.is("UNKNOWN"));
    return List.of(
        finding("sent", sent.size()),
        finding("answers", sent.stream().mapToLong(one -> one.answers().size()).sum()),
        finding("answered 200", answered(200).count()),
        finding("answered 202", answered(202).count()),
        finding("answers that nobody got, for the connection broke", answers(0).count()),
        finding("answered that it may or may not be in iMIS", doubtful()),
        finding("records in iMIS", records.values().stream().mapToLong(n -> n).sum()),
        finding("deliveries in the journal", byId.size()),
        finding("of them succeeded", all(row -> row.is("SUCCEEDED")).size()),
        finding("of them failed, surely not in iMIS", all(row -> row.is("FAILED")).size()),
        finding("of them duplicates", all(row -> row.is("DUPLICATE")).size()),
        finding("of them unknown", unknown.size()),
        finding(
            "unknown and in iMIS",
            unknown.stream().filter(row -> records.containsKey(row.number())).count()),
        finding(
            "sent with a key and in the end neither done nor unknown",
            sent.stream()
                .filter(one -> one.key() != null && !one.isDone())
                .filter(one -> rows(one.number()).stream().noneMatch(row -> row.is("UNKNOWN")))
                .count()));
  }

  private long doubtful() {
    return sent.stream()
        .flatMap(one -> one.answers().stream())
        .filter(answer -> answer.body().contains("may or may not"))
        .count();
  }

  private Stream<Sent> answered(int status) {
    return sent.stream()
        .filter(one -> one.answers().stream().anyMatch(answer -> answer.status() == status));
  }

  private Stream<Answer> answers(int status) {
    return sent.stream()
        .flatMap(one -> one.answers().stream())
        .filter(answer -> answer.status() == status);
  }

  private long records(Sent one) {
    return records.getOrDefault(one.number(), 0L);
  }

  private List<Row> rows(long number) {
    return journal.getOrDefault(number, List.of());
  }

  private List<Row> all(Predicate<Row> which) {
    return byId.values().stream().filter(which).toList();
  }

  private boolean isSucceeded(String delivery) {
    Row row = byId.get(delivery);
    return row != null
        && (row.is("SUCCEEDED") || (row.is("DUPLICATE") && isSucceeded(row.origin())));
  }

  private boolean isGivenUp(String delivery) {
    Row row = byId.get(delivery);
    return row != null && (row.is("FAILED") || (row.is("DUPLICATE") && isGivenUp(row.origin())));
  }

  private boolean mayBeThere(Row row) {
    return row.is("SUCCEEDED") || row.is("UNKNOWN");
  }

  private long unfounded() {
    return all(row -> row.is("UNKNOWN")).stream()
        .filter(
            row ->
                faults.stream()
                    .noneMatch(
                        at ->
                            at.isAfter(row.receivedAt().minus(AFTERMATH))
                                && at.isBefore(row.receivedAt().plus(IN_FLIGHT_MAX))))
        .count();
  }
}
