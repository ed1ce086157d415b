package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.ActionOptions;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldValue;
import dev.inlet.connections.Edition;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisTestClients;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityConversionTest {

  private static final InsertionOptions PLAIN = new InsertionOptions(ActionOptions.NONE);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-26T02:30:15.987Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void fillsABlankDateWithNowInTheZoneOfTheConnection(String blank) {
    ConvertedRecord converted = convert(Map.of("TRANSACTION_DATE", blank), "America/New_York");

    assertThat(converted.isSound()).isTrue();
    assertThat(transactionDate(converted)).isEqualTo(LocalDateTime.parse("2026-05-25T22:30:15"));
  }

  @Test
  void fillsAnAbsentDateWithNow() {
    ConvertedRecord converted = convert(Map.of(), "Asia/Kolkata");

    assertThat(transactionDate(converted)).isEqualTo(LocalDateTime.parse("2026-05-26T08:00:15"));
  }

  @Test
  void fillsTheDateByUtcWhereThereIsNoConnectionYet() {
    PreparedActivity activity = new PreparedActivity(Optional::empty, PLAIN, CLOCK);

    ConvertedRecord converted = activity.convert(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));

    assertThat(transactionDate(converted)).isEqualTo(LocalDateTime.parse("2026-05-26T02:30:15"));
  }

  @Test
  void convertsADateWithOffsetToTheZoneOfTheConnection() {
    ConvertedRecord converted =
        convert(Map.of("TRANSACTION_DATE", "2021-05-26T14:30:00Z"), "America/New_York");

    assertThat(transactionDate(converted)).isEqualTo(LocalDateTime.parse("2021-05-26T10:30:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "1752-12-31, false",
    "1753-01-01, true",
    "9999-12-31T23:59:59, true",
    "+10000-01-01, false",
    "0001-01-01, false",
    "1753-01-01T00:00:00Z, false"
  })
  void takesTheDatesThatImisCanHold(String date, boolean fits) {
    ConvertedRecord converted = convert(Map.of("TRANSACTION_DATE", date), "America/New_York");

    assertThat(converted.isSound()).isEqualTo(fits);
    assertThat(converted.problems())
        .allMatch(
            problem ->
                problem
                    .message()
                    .equals("Transaction Date (TRANSACTION_DATE) must lie between 1753 and 9999."));
  }

  @Test
  void namesEveryProblemAtOnce() {
    ConvertedRecord converted =
        convert(
            Map.of(
                "ACTIVITY_TYPE", "ELEVENCHARS",
                "PartyId", " ",
                "AMOUNT", "much",
                "UF_6", "1600-01-01",
                "CATEGORY", "SIXTEEN CHARS..."),
            "UTC");

    assertThat(converted.problems())
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder("ACTIVITY_TYPE", "PartyId", "AMOUNT", "UF_6", "CATEGORY");
  }

  @Test
  void offersEveryFieldOnceAndTheRequiredOnesFirst() {
    assertThat(ActivityFields.ALL).extracting(field -> field.name()).doesNotHaveDuplicates();
    assertThat(ActivityFields.ALL)
        .extracting(field -> field.name())
        .startsWith("ACTIVITY_TYPE", "PartyId", "TRANSACTION_DATE")
        .doesNotContain("SEQN", "OBJECT", "INTENT_TO_EDIT", "ID");
  }

  private static ConvertedRecord convert(Map<String, String> values, String zone) {
    LiveConnection connection =
        new LiveConnection(
            ImisTestClients.of(URI.create("http://127.0.0.1:1")), Edition.EMS, ZoneId.of(zone));
    Map<String, String> all = new HashMap<>(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));
    all.putAll(values);
    return new PreparedActivity(() -> Optional.of(connection), PLAIN, CLOCK).convert(all);
  }

  private static LocalDateTime transactionDate(ConvertedRecord converted) {
    FieldValue value = converted.values().get("TRANSACTION_DATE");
    return value instanceof FieldValue.DateTime moment ? moment.value() : LocalDateTime.MIN;
  }
}
