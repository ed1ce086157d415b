package dev.inlet.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldConversionTest {

  private static final ZoneId ZONE = ZoneOffset.UTC;

  @Test
  void takesTextAsItIs() throws FieldValueException {
    FieldValue value = convert(Fields.text(10), "  a\n😀 ");

    assertThat(value).isEqualTo(new FieldValue.Text("  a\n😀 "));
  }

  @Test
  void countsLengthAsTheTargetDoes() throws FieldValueException {
    assertThat(convert(Fields.text(4), "😀😀")).isEqualTo(new FieldValue.Text("😀😀"));
    assertThatThrownBy(() -> convert(Fields.text(3), "😀😀"))
        .hasMessage("Field (FIELD) holds at most 3 characters; this value has 4.");
    assertThatThrownBy(() -> convert(Fields.text(1), "😀"))
        .hasMessage("Field (FIELD) holds at most 1 character; this value has 2.");
  }

  @Test
  void takesTextOfAnyLengthWhereTheFieldHasNoLimit() throws FieldValueException {
    String text = "x".repeat(1_000_000);

    assertThat(convert(Fields.of(FieldType.TEXT), text)).isEqualTo(new FieldValue.Text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "' 3 ', 3",
    "3.0, 3",
    "3., 3",
    "+3, 3",
    "-3, -3",
    "0, 0",
    "-0, 0",
    "1e3, 1000",
    "1E+3, 1000",
    "2147483647, 2147483647",
    "-2147483648, -2147483648",
    "007, 7"
  })
  void takesWholeNumbers(String text, int number) throws FieldValueException {
    assertThat(convert(Fields.of(FieldType.INTEGER), text)).isEqualTo(new FieldValue.Whole(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.5",
        "2147483648",
        "-2147483649",
        "1e-1",
        "1e10",
        "1e400",
        "1e999999999",
        "1e99999999999"
      })
  void refusesNumbersThatAreNotWholeOrTooLarge(String text) {
    assertThatThrownBy(() -> convert(Fields.of(FieldType.INTEGER), text))
        .hasMessage("Field (FIELD) must be a whole number between -2147483648 and 2147483647.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "0x10",
        "NaN",
        "Infinity",
        "1,000",
        "1 000",
        "٣",
        "３",
        "1_000",
        "--1",
        "1e",
        "e1",
        ".",
        "1.2.3",
        "true",
        "$3",
        "3%",
        "1d",
        "1f"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> convert(Fields.of(FieldType.INTEGER), text))
        .hasMessage("Field (FIELD) must be a whole number.");
    assertThatThrownBy(() -> convert(Fields.decimal(15, 2), text))
        .hasMessage("Field (FIELD) must be a number.");
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, 12.5",
    "12.50, 12.5",
    "' 12.5 ', 12.5",
    "59.970000000000006, 59.97",
    "0, 0",
    "-0.0, 0",
    "0.1, 0.1",
    ".5, 0.5",
    "1e2, 100",
    "100.00, 100",
    "9999999999999.99, 9999999999999.99",
    "-9999999999999.99, -9999999999999.99",
    "1e-400, 0",
    "0.0000000000001, 0"
  })
  void takesDecimals(String text, String number) throws FieldValueException {
    FieldValue value = convert(Fields.decimal(15, 2), text);

    assertThat(((FieldValue.Decimal) value).value()).isEqualByComparingTo(new BigDecimal(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, holds at most 2 digits behind the decimal point.",
    "59.975, holds at most 2 digits behind the decimal point.",
    "0.00000001, holds at most 2 digits behind the decimal point.",
    "10000000000000, holds at most 13 digits before the decimal point.",
    "9999999999999.9999999999, holds at most 13 digits before the decimal point.",
    "1e13, holds at most 13 digits before the decimal point.",
    "1e400, holds at most 13 digits before the decimal point.",
    "1e401, must be a number of fewer digits.",
    "1e-401, must be a number of fewer digits.",
    "1e999999999, must be a number of fewer digits.",
    "1e-99999999999, must be a number of fewer digits."
  })
  void refusesDecimalsThatDoNotFit(String text, String sentence) {
    assertThatThrownBy(() -> convert(Fields.decimal(15, 2), text))
        .hasMessage("Field (FIELD) " + sentence);
  }

  @Test
  void takesZeroWhereAllDigitsStandBehindThePoint() throws FieldValueException {
    FieldValue value = convert(Fields.decimal(2, 2), "0");

    assertThat(((FieldValue.Decimal) value).value()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void keepsTheDigitsWhereTheFieldSetsNoScale() throws FieldValueException {
    FieldValue value = convert(Fields.of(FieldType.DECIMAL), "1.50");

    assertThat(value).isEqualTo(new FieldValue.Decimal(new BigDecimal("1.50")));
  }

  @Test
  @Timeout(2)
  void refusesManyDigitsQuickly() {
    String text = "1".repeat(1_000_000);

    assertThatThrownBy(() -> convert(Fields.decimal(15, 2), text))
        .hasMessage("Field (FIELD) must be a number of fewer digits.");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "TRUE, true",
    "' Yes ', true",
    "1, true",
    "false, false",
    "No, false",
    "0, false"
  })
  void takesTruths(String text, boolean truth) throws FieldValueException {
    assertThat(convert(Fields.of(FieldType.BOOLEAN), text)).isEqualTo(new FieldValue.Truth(truth));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "y", "on", "t", "wahr", "true false"})
  void refusesWhatIsNeitherTrueNorFalse(String text) {
    assertThatThrownBy(() -> convert(Fields.of(FieldType.BOOLEAN), text))
        .hasMessage("Field (FIELD) must be true or false.");
  }

  /** Numbers and truths are what they mean, however they are written. */
  @Test
  void comparesAllowedValuesByWhatTheyMean() throws FieldValueException {
    assertThat(convert(Fields.allowing(FieldType.INTEGER, "1", "x", "2"), "2.0"))
        .isEqualTo(new FieldValue.Whole(2));
    assertThat(convert(Fields.allowing(FieldType.DECIMAL, "1.50"), "1.5"))
        .isEqualTo(new FieldValue.Decimal(new BigDecimal("1.5")));
    assertThat(convert(Fields.allowing(FieldType.BOOLEAN, "True"), "yes"))
        .isEqualTo(new FieldValue.Truth(true));
    assertThatThrownBy(() -> convert(Fields.allowing(FieldType.INTEGER, "1", "2"), "3"))
        .hasMessage("Field (FIELD) takes only: 1, 2.");
  }

  @Test
  void takesOnlyAllowedValues() throws FieldValueException {
    ActionField level = Fields.allowing(FieldType.TEXT, "Low", "High");

    assertThat(convert(level, "High")).isEqualTo(new FieldValue.Text("High"));
    assertThatThrownBy(() -> convert(level, "high"))
        .hasMessage("Field (FIELD) takes only: Low, High.");
  }

  @Property
  void convertsOrRefusesAnyText(@ForAll FieldType type, @ForAll("texts") String text) {
    try {
      assertThat(convert(Fields.of(type), text)).isNotNull();
    } catch (FieldValueException e) {
      assertThat(e.sentence()).startsWith("Field (FIELD) ").endsWith(".");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().withChars("0123456789+-.:eETZ W").ofMaxLength(32));
  }

  private static FieldValue convert(ActionField field, String text) throws FieldValueException {
    return FieldConversion.convert(field, text, ZONE);
  }
}
