package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.faults.Sent.Answer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three accounts of the same: callers' answers, the journal, and iMIS's records. */
final class Reconciliation {

  /**
   * Connections that broke are found out about when they are used; what was broken is felt so long.
   */
  private static final Duration AFTERMATH = Duration.ofSeconds(2);

  private static final Set<String> OPEN = Set.of("RECEIVED", "QUEUED");

  private final List<Sent> sent;
  private final Map<Long, List<DeliveryRow>> journal;
  private final Map<String, DeliveryRow> byId = new HashMap<>();
  private final List<Long> inImis;
  private final Map<Long, Long> records;
  private final Chronicle chronicle;

  /**
   * What is to be held against each other.
   *
   * @param inImis the numbers of the records in iMIS, oldest first
   */
  Reconciliation(
      List<Sent> sent, List<DeliveryRow> journal, List<Long> inImis, Chronicle chronicle) {
    this.sent = sent;
    this.inImis = inImis;
    this.records =
        inImis.stream().collect(Collectors.groupingBy(number -> number, Collectors.counting()));
    this.chronicle = chronicle;
    this.journal = journal.stream().collect(Collectors.groupingBy(DeliveryRow::number));
    journal.forEach(row -> byId.put(row.delivery(), row));
  }

  /** What must not be, each with how often it was. */
  List<Finding> findings() {
    return List.of(
        finding(
            "answered otherwise than 200, 202, 409 or 429 while nodes were asked to end",
            unpromised(chronicle.ended()).count()),
        finding(
            "answered otherwise than 200, 202, 409 or 429 while nodes were upgraded",
            unpromised(chronicle.upgraded()).count()),
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
        finding("told its caller that it is not in iMIS, and it is", denied().size()),
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
        finding("in iMIS after what was acknowledged later, though in order", outOfOrder()),
        finding("UNKNOWN although nothing was broken meanwhile", all(this::isUnfounded).size()),
        finding("under way for ever", all(row -> OPEN.contains(row.outcome())).size()));
  }

  /** A sentence, and how often what it says was so. */
  record Finding(String sentence, long count) {}

  private static Finding finding(String sentence, long count) {
    return new Finding(sentence, count);
  }

  /** What was, in numbers. */
  List<Finding> figures() {
    List<DeliveryRow> unknown = all(row -> row.is("UNKNOWN"));
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
        finding("acknowledged in order", inOrder().count()),
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

  private List<DeliveryRow> rows(long number) {
    return journal.getOrDefault(number, List.of());
  }

  private List<DeliveryRow> all(Predicate<DeliveryRow> which) {
    return byId.values().stream().filter(which).toList();
  }

  private boolean isSucceeded(String delivery) {
    DeliveryRow row = byId.get(delivery);
    return row != null
        && (row.is("SUCCEEDED") || (row.is("DUPLICATE") && isSucceeded(row.origin())));
  }

  private boolean isGivenUp(String delivery) {
    DeliveryRow row = byId.get(delivery);
    return row != null && (row.is("FAILED") || (row.is("DUPLICATE") && isGivenUp(row.origin())));
  }

  private boolean mayBeThere(DeliveryRow row) {
    return row.is("SUCCEEDED") || row.is("UNKNOWN");
  }

  private boolean isUnfounded(DeliveryRow row) {
    return row.is("UNKNOWN")
        && chronicle.broken().stream()
            .noneMatch(span -> span.wider(Duration.ZERO, AFTERMATH).touches(row.work()));
  }

  /** Answers that nobody is promised while nodes come and go, and nothing is broken. */
  List<Answer> unpromised() {
    return Stream.concat(unpromised(chronicle.ended()), unpromised(chronicle.upgraded())).toList();
  }

  /** Whose callers were told each time that it is not in iMIS, though it is. */
  List<Sent> denied() {
    return sent.stream()
        .filter(one -> one.answers().stream().allMatch(Answer::isDenial))
        .filter(one -> records(one) > 0)
        .toList();
  }

  private Stream<Answer> unpromised(List<Span> spans) {
    return sent.stream()
        .flatMap(one -> one.answers().stream())
        .filter(answer -> spans.stream().anyMatch(span -> span.has(answer.askedAt())))
        .filter(answer -> !answer.isPromised());
  }

  /** In the order of their acknowledgement: each was sent after the one before had its own. */
  private Stream<Sent> inOrder() {
    return sent.stream()
        .filter(one -> one.isInOrder() && one.isDone())
        .sorted(Comparator.comparingLong(Sent::number));
  }

  /** But for what was given up or is UNKNOWN, which lets the next ones go. */
  private long outOfOrder() {
    Map<Long, Integer> places = new HashMap<>();
    inImis.forEach(number -> places.putIfAbsent(number, places.size()));
    int last = -1;
    long late = 0;
    for (Sent one : inOrder().toList()) {
      boolean isLetGo =
          rows(one.number()).stream().anyMatch(row -> row.is("UNKNOWN") || row.is("FAILED"));
      int place = places.getOrDefault(one.number(), Integer.MAX_VALUE);
      if (!isLetGo && place != Integer.MAX_VALUE) {
        late += place < last ? 1 : 0;
        last = Math.max(last, place);
      }
    }
    return late;
  }
}
