package dev.imissimulator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a filter compares: numbers as numbers, everything else as text without regard to case, as SQL
 * Server does.
 */
enum Operator {
  EQ("eq"),
  NE("ne"),
  GT("gt"),
  GE("ge"),
  LT("lt"),
  LE("le"),
  STARTS_WITH("startsWith"),
  ENDS_WITH("endsWith"),
  CONTAINS("contains"),
  NOT_CONTAIN("notContain"),
  IN("in"),
  NOT_IN("notIn"),
  BETWEEN("between"),
  IS_EMPTY("isEmpty"),
  NOT_EMPTY("notEmpty"),
  IS_TRUE("isTrue"),
  IS_FALSE("isFalse");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final String wireName;

  Operator(String wireName) {
    this.wireName = wireName;
  }

  static Optional<Operator> find(String name) {
    return Arrays.stream(values())
        .filter(operator -> operator.wireName.equalsIgnoreCase(name))
        .findFirst();
  }

  /** Whether it needs nothing to compare with. */
  boolean isUnary() {
    return this == IS_EMPTY || this == NOT_EMPTY || this == IS_TRUE || this == IS_FALSE;
  }

  boolean holds(Object value, String operand) {
    return switch (this) {
      case EQ -> compare(value, operand) == 0;
      case NE -> compare(value, operand) != 0;
      case GT -> compare(value, operand) > 0;
      case GE -> compare(value, operand) >= 0;
      case LT -> compare(value, operand) < 0;
      case LE -> compare(value, operand) <= 0;
      case STARTS_WITH -> folded(value).startsWith(folded(operand));
      case ENDS_WITH -> folded(value).endsWith(folded(operand));
      case CONTAINS -> folded(value).contains(folded(operand));
      case NOT_CONTAIN -> !folded(value).contains(folded(operand));
      case IN -> isAmong(value, operand);
      case NOT_IN -> !isAmong(value, operand);
      case BETWEEN -> isBetween(value, operand);
      case IS_EMPTY -> value.toString().isEmpty();
      case NOT_EMPTY -> !value.toString().isEmpty();
      case IS_TRUE -> value.equals(true);
      case IS_FALSE -> value.equals(false);
    };
  }

  static Object orBlank(@Nullable Object value) {
    return value == null ? "" : value;
  }

  static int compare(Object value, String operand) {
    if (value instanceof Number) {
      Optional<BigDecimal> number = number(operand);
      if (number.isPresent()) {
        return new BigDecimal(value.toString()).compareTo(number.get());
      }
    }
    return folded(value).compareTo(folded(midnight(operand, value)));
  }

  /** A day stands for its first moment beside a date that has a time. */
  private static String midnight(String operand, Object value) {
    boolean hasTime = value.toString().indexOf('T') == 10;
    return hasTime && DAY.matcher(operand).matches() ? operand + "T00:00:00" : operand;
  }

  private static boolean isBetween(Object value, String operand) {
    String[] bounds = operand.split("\\|", 2);
    return bounds.length == 2 && compare(value, bounds[0]) >= 0 && compare(value, bounds[1]) <= 0;
  }

  private static boolean isAmong(Object value, String operand) {
    return Arrays.stream(operand.split("\\|")).anyMatch(one -> compare(value, one) == 0);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String folded(Object value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }
}
