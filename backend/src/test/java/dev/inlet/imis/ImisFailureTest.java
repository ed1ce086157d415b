package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each failure from each bad answer. */
class ImisFailureTest extends ImisTestBase {

  @ParameterizedTest
  @CsvSource({
    "301, EMPTY, NOT_IMIS, false",
    "302, HTML, NOT_IMIS, false",
    "304, EMPTY, NOT_IMIS, false",
    "400, JSON_MESSAGE, RECORD_REFUSED, false",
    "400, JSON_STRING, RECORD_REFUSED, false",
    "400, TEXT, RECORD_REFUSED, false",
    "400, HTML, RECORD_REFUSED, false",
    "400, EMPTY, RECORD_REFUSED, false",
    "400, GARBLED, RECORD_REFUSED, false",
    "400, OVERSIZED, RECORD_REFUSED, false",
    "403, JSON_MESSAGE, NOT_PERMITTED, false",
    "404, TEXT, NOT_FOUND, false",
    "405, TEXT, NOT_FOUND, false",
    "408, TEXT, SERVER_ERROR, true",
    "409, TEXT, CONFLICT, false",
    "413, HTML, TOO_LARGE, false",
    "418, HTML, RECORD_REFUSED, false",
    "422, TEXT, RECORD_REFUSED, false",
    "429, EMPTY, THROTTLED, false",
    "500, JSON_MESSAGE, SERVER_ERROR, true",
    "500, HTML, SERVER_ERROR, true",
    "500, OVERSIZED, SERVER_ERROR, true",
    "501, TEXT, NOT_FOUND, false",
    "502, HTML, SERVER_ERROR, true",
    "503, HTML, UNAVAILABLE, false",
    "504, HTML, SERVER_ERROR, true",
    "599, EMPTY, SERVER_ERROR, true",
    "200, HTML, UNREADABLE_ANSWER, true",
    "200, EMPTY, UNREADABLE_ANSWER, true",
    "201, GARBLED, UNREADABLE_ANSWER, true",
    "201, TEXT, UNREADABLE_ANSWER, true",
    "201, JSON_MESSAGE, UNREADABLE_ANSWER, true",
    "201, OVERSIZED, UNREADABLE_ANSWER, true"
  })
  void comesFromAnAnswer(int status, Body body, ImisFailure failure, boolean mayHaveWritten) {
    IMIS.set(
        s ->
            s.withFault(
                Fault.answer(Part.INSERT, status, body)
                    .withHeader("Location", IMIS.baseUrl() + "/simulator/state")));

    ImisException thrown = failure(client());

    assertThat(thrown.failure()).isEqualTo(failure);
    assertThat(thrown.failure().mayHaveWritten()).isEqualTo(mayHaveWritten);
    assertThat(inserts()).isEqualTo(1);
  }

  @Test
  void readsNoMoreOfAnAnswerThanItKeeps() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 500, Body.OVERSIZED)));

    ImisAnswer answer = Objects.requireNonNull(failure(client()).answer());

    assertThat(answer.isCut()).isTrue();
    assertThat(answer.body()).hasSize(256 * 1024);
  }

  @Test
  void passesOnWhatImisSaysOfTheRecord() {
    IMIS.set(s -> s.withUnknownParty(dev.imissimulator.Switches.Unknown.VALIDATION_ERROR));
    byte[] body =
        EntityBody.begin()
            .text("ACTIVITY_TYPE", "TOO LONG A TYPE")
            .text("PartyId", "99999")
            .toBytes();

    ImisException thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            ImisException.class, () -> client().insert("Activity", body, soon()));

    assertThat(thrown.failure()).isEqualTo(ImisFailure.RECORD_REFUSED);
    assertThat(thrown.messages()).isNotEmpty();
    assertThat(thrown.sentence())
        .startsWith("iMIS refused the record: ")
        .contains(thrown.messages().getFirst());
  }

  @Test
  void saysSoWhereImisRefusesWithoutAReason() {
    IMIS.set(s -> s.withValidationDetails(false));
    byte[] body = EntityBody.begin().text("ACTIVITY_TYPE", "TEST").toBytes();

    ImisException thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            ImisException.class, () -> client().insert("Activity", body, soon()));

    assertThat(thrown.failure()).isEqualTo(ImisFailure.RECORD_REFUSED);
    assertThat(thrown.sentence()).isEqualTo("iMIS refused the record.");
  }

  @Test
  void isAnUnknownEntity() {
    ImisException thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            ImisException.class, () -> client().insert("No_Such_Panel", ACTIVITY, soon()));

    assertThat(thrown.failure()).isEqualTo(ImisFailure.NOT_FOUND);
  }

  @Test
  void leavesOpenWhetherADroppedInsertWasWritten() {
    ImisClient client = client();
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT).once()));
    ImisFailure before = failure(client).failure();
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));
    ImisFailure after = failure(client).failure();

    assertThat(before).isEqualTo(ImisFailure.NO_ANSWER);
    assertThat(after).isEqualTo(ImisFailure.NO_ANSWER);
    assertThat(IMIS.activities()).hasSize(1);
    assertThat(inserts()).isEqualTo(2);
  }

  @Test
  void isDefiniteWhereNoTokenCouldBeFetched() {
    IMIS.set(s -> s.withFault(Fault.drop(Part.TOKEN)));

    ImisException thrown = failure(client());

    assertThat(thrown.failure()).isEqualTo(ImisFailure.UNREACHABLE);
    assertThat(inserts()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "200, HTML, NOT_IMIS", "200, EMPTY, NOT_IMIS", "200, GARBLED, NOT_IMIS",
    "200, JSON_MESSAGE, NOT_IMIS", "302, HTML, NOT_IMIS", "400, HTML, NOT_IMIS",
    "401, HTML, NOT_IMIS", "403, HTML, NOT_PERMITTED", "404, HTML, NOT_IMIS",
    "429, EMPTY, THROTTLED", "500, TEXT, UNAVAILABLE", "502, HTML, UNAVAILABLE",
    "503, HTML, UNAVAILABLE", "504, HTML, UNAVAILABLE", "200, OVERSIZED, NOT_IMIS"
  })
  void comesFromAnAnswerInPlaceOfAToken(int status, Body body, ImisFailure failure) {
    IMIS.set(s -> s.withFault(Fault.answer(Part.TOKEN, status, body)));

    ImisException thrown = failure(client());

    assertThat(thrown.failure()).isEqualTo(failure);
    assertThat(thrown.failure().mayHaveWritten()).isFalse();
    assertThat(thrown.answer()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:1", "http://no-such-host.invalid"})
  void isAnImisThatCannotBeReached(URI address) {
    assertThat(failure(client(account(address))).failure()).isEqualTo(ImisFailure.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource(ImisFailure.class)
  void isASentenceThatNamesNoHostAndNoCredential(ImisFailure failure) {
    assertThat(failure.sentence()).endsWith(".").doesNotContain("http", "demo", "127.0.0.1");
  }
}
