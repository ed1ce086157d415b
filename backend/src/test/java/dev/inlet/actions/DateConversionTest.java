package dev.inlet.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateConversionTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2021-05-26, 2021-05-26T00:00:00",
    "' 2021-05-26 ', 2021-05-26T00:00:00",
    "2021-05-26T14:30, 2021-05-26T14:30:00",
    "2021-05-26T14:30:15, 2021-05-26T14:30:15",
    "2021-05-26 14:30:15, 2021-05-26T14:30:15",
    "2021-05-26t14:30:15, 2021-05-26T14:30:15",
    "2021-05-26T14:30:15.123456789, 2021-05-26T14:30:15.123456789",
    "0001-01-01, 0001-01-01T00:00:00",
    "2024-02-29, 2024-02-29T00:00:00",
    "+10000-01-01, +10000-01-01T00:00:00"
  })
  void takesTimesWithoutOffsetAsTheyAre(String text, LocalDateTime moment)
      throws FieldValueException {
    assertThat(convert(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-05-26T14:30:00Z, 2021-05-26T10:30:00",
    "2021-05-26t14:30:00z, 2021-05-26T10:30:00",
    "2021-05-26 14:30:00Z, 2021-05-26T10:30:00",
    "2021-05-26T14:30Z, 2021-05-26T10:30:00",
    "2021-05-26T14:30:00+02:00, 2021-05-26T08:30:00",
    "2021-05-26T14:30:00+0200, 2021-05-26T08:30:00",
    "2021-05-26T14:30:00+02, 2021-05-26T08:30:00",
    "2021-05-26T14:30:00-00:00, 2021-05-26T10:30:00",
    "2021-05-26T00:30:00Z, 2021-05-25T20:30:00",
    "2021-01-26T14:30:00Z, 2021-01-26T09:30:00",
    "2021-03-14T06:59:59Z, 2021-03-14T01:59:59",
    "2021-03-14T07:00:00Z, 2021-03-14T03:00:00",
    "2021-11-07T05:30:00Z, 2021-11-07T01:30:00",
    "2021-11-07T06:30:00Z, 2021-11-07T01:30:00"
  })
  void convertsTimesWithOffsetToTheZoneOfTheTarget(String text, LocalDateTime moment)
      throws FieldValueException {
    assertThat(convert(text)).isEqualTo(moment);
  }

  @Test
  void leavesALocalTimeAloneThatDaylightSavingSkips() throws FieldValueException {
    assertThat(convert("2021-03-14T02:30:00")).isEqualTo("2021-03-14T02:30:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-29",
        "2021-02-30",
        "2021-04-31",
        "2021-13-01",
        "2021-00-10",
        "2021-05-00",
        "2021-5-26",
        "21-05-26",
        "20210526",
        "26.05.2021",
        "05/26/2021",
        "2021-05-26T",
        "2021-05-26 ",
        "2021-05-26T14",
        "2021-05-2614:30:00",
        "2021-05-26T 14:30:00",
        "2021-05-26  14:30:00",
        "2021-05-26T25:00:00",
        "2021-05-26T24:00:00",
        "2021-05-26T14:60:00",
        "2021-06-30T23:59:60Z",
        "2021-05-26T14:30:00 Z",
        "2021-05-26T14:30:00+25:00",
        "2021-05-26Z",
        "2021-05-26T14:30:00[America/New_York]",
        "2021-W21-3",
        "10000-01-01",
        "1622039400",
        "today",
        "٢٠٢١-٠٥-٢٦",
        "2021-05-26T14:30:00.1234567890Z",
        "2021-05-26T14:30:00ZZ",
        "May 26, 2021",
        "T14:30:00",
        "14:30:00"
      })
  void refusesWhatIsNoDateOfTheCalendar(String text) {
    // A blank behind it does not count.
    String typed = text.endsWith(" ") ? text + "x" : text;

    assertThatThrownBy(() -> convert(typed))
        .isInstanceOf(FieldValueException.class)
        .hasMessage(
            "Field (FIELD) must be a date such as 2021-05-26 or a date and time such as"
                + " 2021-05-26T14:30:00Z.");
  }

  @Test
  void refusesATimeThatItsOffsetPushesOutOfTheCalendar() {
    assertThatThrownBy(() -> convert("-999999999-01-01T00:00:00+18:00"))
        .isInstanceOf(FieldValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-05-26, 2021-05-26",
    "2021-05-26T23:59:59, 2021-05-26",
    "2021-05-26T02:00:00Z, 2021-05-25"
  })
  void takesTheDayThatItIsInTheZoneOfTheTarget(String text, LocalDate day)
      throws FieldValueException {
    FieldValue value = FieldConversion.convert(Fields.of(FieldType.DATE), text, NEW_YORK);

    assertThat(value).isEqualTo(new FieldValue.Day(day));
  }

  private static LocalDateTime convert(String text) throws FieldValueException {
    FieldValue value = FieldConversion.convert(Fields.of(FieldType.DATE_TIME), text, NEW_YORK);
    return ((FieldValue.DateTime) value).value();
  }
}
