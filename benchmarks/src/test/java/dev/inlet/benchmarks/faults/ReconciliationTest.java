package dev.inlet.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.faults.Reconciliation.Finding;
import dev.inlet.benchmarks.faults.Sent.Answer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That what must not be is found where it is. */
class ReconciliationTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Span WORK = new Span(NOW, NOW.plusSeconds(10));
  private static final String DOUBT = "{\"error\":\"It may or may not be in iMIS.\"}";
  private static final String DENIAL = "{\"error\":\"iMIS is offline.\"}";

  @Test
  void findsNothingWhereAllThreeAgree() {
    assertThat(
            found(
                List.of(sent("key", answer(500, "a", DOUBT), answer(200, "b", ""))),
                List.of(row("a", "SUCCEEDED"), duplicate("b", "a")),
                1))
        .isEmpty();
  }

  @Test
  void findsAnAnswerOf200WithoutRecord() {
    assertThat(found(List.of(sent(null, answer(200, "a", ""))), List.of(row("a", "SUCCEEDED")), 0))
        .containsExactly(
            "answered 200 without a record", "succeeded in the journal, and not in iMIS");
  }

  @Test
  void findsAnAnswerOf200ThatTheJournalKnowsOtherwise() {
    assertThat(found(List.of(sent(null, answer(200, "a", ""))), List.of(row("a", "UNKNOWN")), 1))
        .contains("answered 200 without a succeeded delivery in the journal");
    assertThat(found(List.of(sent(null, answer(200, "a", ""))), List.of(), 1))
        .contains(
            "answered 200 without a succeeded delivery in the journal",
            "records without a delivery in the journal");
  }

  @Test
  void findsAnAcknowledgementWithoutDelivery() {
    assertThat(found(List.of(sent(null, answer(202, "a", ""))), List.of(), 0))
        .containsExactly("answered 202 without a delivery in the journal");
  }

  @Test
  void findsWhatWasAcknowledgedAndGivenUp() {
    assertThat(
            found(
                List.of(sent("key", answer(202, "b", ""))),
                List.of(row("a", "FAILED"), duplicate("b", "a")),
                0))
        .containsExactly("answered 202 and given up in the end");
  }

  @Test
  void findsWhatIsInImisTwice() {
    assertThat(found(List.of(sent("key", answer(200, "a", ""))), List.of(row("a", "SUCCEEDED")), 2))
        .containsExactly("sent with a key, and in iMIS twice");
    assertThat(found(List.of(sent(null, answer(200, "a", ""))), List.of(row("a", "SUCCEEDED")), 2))
        .containsExactly("sent once without a key, and in iMIS twice");
  }

  @Test
  void findsDenialsOfWhatIsInImis() {
    assertThat(found(List.of(sent(null, answer(500, "a", DENIAL))), List.of(row("a", "FAILED")), 1))
        .containsExactly(
            "told its caller that it is not in iMIS, and it is",
            "in iMIS, and the journal denies it");
  }

  @Test
  void takesADoubtForNoDenial() {
    assertThat(found(List.of(sent(null, answer(500, "a", DOUBT))), List.of(row("a", "UNKNOWN")), 1))
        .containsExactly("UNKNOWN although nothing was broken meanwhile");
  }

  @Test
  void believesADoubtWhereSomethingWasBroken() {
    Reconciliation accounts =
        new Reconciliation(
            List.of(sent(null, answer(500, "a", DOUBT))),
            List.of(row("a", "UNKNOWN")),
            List.of(1L),
            broken(NOW.plusSeconds(1)));

    assertThat(accounts.findings()).allMatch(finding -> finding.count() == 0);
  }

  @Test
  void doesNotBelieveADoubtWhereSomethingWasBrokenBeforeOrAfter() {
    for (Instant at : List.of(NOW.minusSeconds(3), NOW.plusSeconds(11))) {
      assertThat(
              found(
                  List.of(sent(null, answer(500, "a", DOUBT))),
                  List.of(row("a", "UNKNOWN")),
                  List.of(1L),
                  broken(at)))
          .containsExactly("UNKNOWN although nothing was broken meanwhile");
    }
  }

  @Test
  void findsAnswersThatNobodyIsPromisedWhileNodesEnd() {
    Chronicle chronicle = new Chronicle();
    chronicle.ended().add(new Span(NOW, NOW));
    chronicle.upgraded().add(new Span(NOW.plusSeconds(1), NOW.plusSeconds(2)));

    assertThat(
            found(
                List.of(sent("key", answer(503, "", DENIAL), answer(200, "a", ""))),
                List.of(row("a", "SUCCEEDED")),
                List.of(1L),
                chronicle))
        .containsExactly(
            "answered otherwise than 200, 202, 409 or 429 while nodes were asked to end");
  }

  @Test
  void findsWhatIsOutOfItsOrder() {
    List<Sent> sent =
        List.of(
            new Sent(1, "one", true, List.of(answer(202, "a", ""))),
            new Sent(2, "two", true, List.of(answer(202, "b", ""))));
    DeliveryRow second = row("b", 2, "SUCCEEDED");

    assertThat(
            found(sent, List.of(row("a", "SUCCEEDED"), second), List.of(1L, 2L), new Chronicle()))
        .isEmpty();
    assertThat(
            found(sent, List.of(row("a", "SUCCEEDED"), second), List.of(2L, 1L), new Chronicle()))
        .containsExactly("in iMIS after what was acknowledged later, though in order");
    assertThat(found(sent, List.of(row("a", "UNKNOWN"), second), List.of(2L, 1L), broken(NOW)))
        .isEmpty();
  }

  @Test
  void findsWhatIsNeverEnded() {
    assertThat(found(List.of(sent(null, answer(202, "a", ""))), List.of(row("a", "QUEUED")), 0))
        .containsExactly("under way for ever");
  }

  private static List<String> found(List<Sent> sent, List<DeliveryRow> journal, int records) {
    return found(sent, journal, Collections.nCopies(records, 1L), new Chronicle());
  }

  private static List<String> found(
      List<Sent> sent, List<DeliveryRow> journal, List<Long> inImis, Chronicle chronicle) {
    return new Reconciliation(sent, journal, inImis, chronicle)
        .findings().stream().filter(finding -> finding.count() > 0).map(Finding::sentence).toList();
  }

  private static Chronicle broken(Instant at) {
    Chronicle chronicle = new Chronicle();
    chronicle.broken().add(new Span(at, at));
    return chronicle;
  }

  private static Sent sent(@Nullable String key, Answer... answers) {
    return new Sent(1, key, false, List.of(answers));
  }

  private static Answer answer(int status, String delivery, String body) {
    return new Answer(NOW, status, delivery, body);
  }

  private static DeliveryRow row(String delivery, String outcome) {
    return row(delivery, 1, outcome);
  }

  private static DeliveryRow row(String delivery, long number, String outcome) {
    return new DeliveryRow(delivery, number, outcome, "", WORK);
  }

  private static DeliveryRow duplicate(String delivery, String origin) {
    return new DeliveryRow(delivery, 1, "DUPLICATE", origin, WORK);
  }
}
