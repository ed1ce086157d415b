package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that keywords of schemas limit values by. */
final class Measures {

  private static final int DIGITS_MAX = 100;

  private Measures() {}

  /** The number that a keyword has; empty if it has none, or one that nobody would write out. */
  static Optional<BigDecimal> of(JsonNode schema, String keyword) {
    JsonNode value = schema.path(keyword);
    boolean isFinite = value.isNumber() && Double.isFinite(value.doubleValue());
    if (!isFinite) {
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    int before = number.precision() - number.scale();
    return before <= DIGITS_MAX && number.scale() <= DIGITS_MAX
        ? Optional.of(number)
        : Optional.empty();
  }

  /** As people write it. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
