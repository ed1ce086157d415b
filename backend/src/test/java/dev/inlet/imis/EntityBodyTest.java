package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EntityBodyTest {

  private static final String VALUES =
      "{\"$type\":\"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts\","
          + "\"Properties\":{\"$type\":\"Asi.Soa.Core.DataContracts.GenericPropertyDataCollection,"
          + " Asi.Contracts\",\"$values\":[%s]}}";

  private static final String PROPERTY =
      "{\"$type\":\"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts\","
          + "\"Name\":\"%s\",\"Value\":%s}";

  @Test
  void isTheMinimumOfAsisOwnExample() {
    String body = body(b -> b.text("ACTIVITY_TYPE", "WEBHOOK").text("PartyId", "22708"));

    assertThat(body)
        .isEqualTo(
            VALUES.formatted(
                PROPERTY.formatted("ACTIVITY_TYPE", "\"WEBHOOK\"")
                    + ","
                    + PROPERTY.formatted("PartyId", "\"22708\"")));
  }

  @Test
  void hasAnEmptyListWhereNothingIsSet() {
    assertThat(body(b -> b)).isEqualTo(VALUES.formatted(""));
  }

  @Test
  void wrapsNumbersAndTruthsWithTheirType() {
    assertThat(value(b -> b.int32("X", -3)))
        .isEqualTo("{\"$type\":\"System.Int32\",\"$value\":-3}");
    assertThat(value(b -> b.bool("X", true)))
        .isEqualTo("{\"$type\":\"System.Boolean\",\"$value\":true}");
    assertThat(value(b -> b.decimal("X", new BigDecimal("1.5"))))
        .isEqualTo("{\"$type\":\"System.Decimal\",\"$value\":1.5}");
  }

  @Test
  void writesNoDecimalInScientificNotation() {
    assertThat(value(b -> b.decimal("X", new BigDecimal("1E+2")))).contains("\"$value\":100}");
    assertThat(value(b -> b.decimal("X", new BigDecimal("1E-7"))))
        .contains("\"$value\":0.0000001}");
  }

  @Test
  void writesDatesWithoutZoneToTheSecond() {
    assertThat(value(b -> b.dateTime("X", LocalDateTime.parse("2021-02-20T18:00"))))
        .isEqualTo("\"2021-02-20T18:00:00\"");
    assertThat(value(b -> b.dateTime("X", LocalDateTime.parse("1753-01-01T00:00:00.999999999"))))
        .isEqualTo("\"1753-01-01T00:00:00\"");
  }

  @Test
  void escapesWhatJsonWantsEscaped() {
    assertThat(value(b -> b.text("X", "a\"b\\c\n\u0001é😀")))
        .isEqualTo("\"a\\\"b\\\\c\\n\\u0001é\\uD83D\\uDE00\"");
  }

  private static String value(UnaryOperator<EntityBody> change) {
    String body = body(change);
    return body.substring(body.indexOf("\"Value\":") + 8, body.length() - "}]}}".length());
  }

  private static String body(UnaryOperator<EntityBody> change) {
    return new String(change.apply(EntityBody.begin()).toBytes(), StandardCharsets.UTF_8);
  }
}
