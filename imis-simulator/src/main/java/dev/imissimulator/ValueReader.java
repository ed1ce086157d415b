package dev.imissimulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Switches.OffsetDate;
import dev.imissimulator.Switches.OverLength;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Turns the value of a property, wrapped or raw, into what is stored, and notes what is wrong with
 * it.
 */
final class ValueReader {
  private final Switches switches;
  private final Violations violations;

  ValueReader(Switches switches, Violations violations) {
    this.switches = switches;
    this.violations = violations;
  }

  /** Null for nothing, and for what is wrong. */
  @Nullable Object read(PropertyDefinition property, JsonNode wrapped) {
    JsonNode value = wrapped.isObject() ? Members.find(wrapped, "$value") : wrapped;
    if (value.isContainerNode() || (wrapped.isObject() && value.isMissingNode())) {
      violations.notOfType(property, wrapped.toString());
      return null;
    }
    String text = value.asText();
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (property.type() == PropertyType.STRING) {
      return string(property, text);
    }
    return text.isBlank() ? null : parsed(property, text.strip());
  }

  private @Nullable Object parsed(PropertyDefinition property, String text) {
    try {
      @Nullable Object value = property.isDate() ? date(property, text) : parse(property, text);
      requireAllowed(property, String.valueOf(value));
      return value;
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
      violations.notOfType(property, text);
      return null;
    }
  }

  private String string(PropertyDefinition property, String text) {
    boolean isTooLong = property.maxLength() > 0 && text.length() > property.maxLength();
    if (isTooLong && switches.overLength() == OverLength.TRUNCATED) {
      return text.substring(0, property.maxLength());
    }
    if (isTooLong) {
      violations.overLength(property, text);
    }
    requireAllowed(property, text);
    return text;
  }

  private void requireAllowed(PropertyDefinition property, String text) {
    if (!text.isEmpty() && !property.allowed().isEmpty() && !property.allowed().contains(text)) {
      violations.notAllowed(property, text);
    }
  }

  private static Object parse(PropertyDefinition property, String text) {
    return switch (property.type()) {
      case INTEGER -> new BigDecimal(text).intValueExact();
      case DECIMAL, MONETARY ->
          new BigDecimal(text).setScale(property.scale(), RoundingMode.HALF_UP);
      case DOUBLE -> Double.valueOf(text);
      case BOOLEAN -> bool(text);
      case STRING, DATE_TIME, DATE, BINARY -> text;
    };
  }

  private static boolean bool(String text) {
    if (text.equalsIgnoreCase("true") || text.equals("1")) {
      return true;
    }
    if (text.equalsIgnoreCase("false") || text.equals("0")) {
      return false;
    }
    throw new IllegalArgumentException(text);
  }

  private @Nullable String date(PropertyDefinition property, String text) {
    if (text.indexOf('T') < 0) {
      return format(LocalDate.parse(text).atStartOfDay());
    }
    if (!hasOffset(text)) {
      return format(LocalDateTime.parse(text));
    }
    OffsetDateTime date = OffsetDateTime.parse(text);
    if (switches.offsetDate() == OffsetDate.REFUSED) {
      violations.offsetGiven(property, text);
    }
    return switch (switches.offsetDate()) {
      case REFUSED -> null;
      case KEPT -> text;
      case STRIPPED -> format(date.toLocalDateTime());
      case CONVERTED_TO_UTC -> format(date.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    };
  }

  private static boolean hasOffset(String text) {
    String time = text.substring(text.indexOf('T'));
    return time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
  }

  /** As iMIS writes dates: no zone, no offset. */
  static String format(LocalDateTime date) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date);
  }
}
