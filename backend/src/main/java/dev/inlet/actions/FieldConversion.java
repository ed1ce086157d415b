package dev.inlet.actions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns rendered text into a field's type, or says why it cannot. Nothing is cut or rounded on the
 * quiet: what does not fit is refused, because iMIS would otherwise hold something nobody sent.
 */
public final class FieldConversion {

  /**
   * ISO 8601 and RFC 3339: a date, then perhaps a time (behind T or a space), then perhaps an
   * offset.
   */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendOptional(timeBehind("T"))
          .appendOptional(timeBehind(" "))
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT); // else February 30th would become the 28th

  /** A difference below this is the noise of binary floating point, such as 59.970000000000006. */
  private static final BigDecimal FLOATING_POINT_NOISE = new BigDecimal("1e-9");

  /** As JSON has it, and a little looser: +5, .5 and 5. are numbers too. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE]([+-]?[0-9]+))?");

  private static final int TRUTH_LENGTH_MAX = 10;

  private FieldConversion() {}

  private static DateTimeFormatter timeBehind(String separator) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendLiteral(separator)
        .append(DateTimeFormatter.ISO_LOCAL_TIME)
        .optionalStart()
        .parseLenient() // +02 as well as +02:00
        .appendOffset("+HH:MM:ss", "Z")
        .toFormatter(Locale.ROOT);
  }

  /**
   * Converts one value. Blanks around numbers, truths and dates do not count; true, yes and 1 are
   * true, false, no and 0 are false, in any case; 3.0 is a whole number.
   *
   * @param zone the target's time zone, which a date-time with an offset is converted to
   * @throws FieldValueException if the text does not convert or does not fit
   */
  public static FieldValue convert(ActionField field, String text, ZoneId zone)
      throws FieldValueException {
    FieldValue value = converted(field, text, zone);
    requireAllowed(field, text, value, zone);
    return value;
  }

  private static FieldValue converted(ActionField field, String text, ZoneId zone)
      throws FieldValueException {
    return switch (field.type()) {
      case TEXT -> text(field, text);
      case INTEGER -> whole(field, text.strip());
      case DECIMAL -> decimal(field, text.strip());
      case BOOLEAN -> truth(field, text.strip());
      case DATE_TIME -> new FieldValue.DateTime(moment(field, text.strip(), zone));
      case DATE -> new FieldValue.Day(moment(field, text.strip(), zone).toLocalDate());
    };
  }

  private static FieldValue text(ActionField field, String text) throws FieldValueException {
    if (field.lengthMax() != null && text.length() > field.lengthMax()) {
      throw new FieldValueException(
          "%s holds at most %d %s; this value has %d."
              .formatted(
                  field.title(),
                  field.lengthMax(),
                  field.lengthMax() == 1 ? "character" : "characters",
                  text.length()));
    }
    return new FieldValue.Text(text);
  }

  private static FieldValue whole(ActionField field, String text) throws FieldValueException {
    try {
      return new FieldValue.Whole(number(text).intValueExact());
    } catch (NumberFormatException e) {
      throw new FieldValueException("%s must be a whole number.".formatted(field.title()));
    } catch (ArithmeticException e) {
      throw new FieldValueException(
          "%s must be a whole number between -2147483648 and 2147483647.".formatted(field.title()));
    }
  }

  private static FieldValue decimal(ActionField field, String text) throws FieldValueException {
    BigDecimal number;
    try {
      number = number(text);
    } catch (NumberFormatException e) {
      throw new FieldValueException("%s must be a number.".formatted(field.title()));
    } catch (ArithmeticException e) {
      throw new FieldValueException(
          "%s must be a number of fewer digits.".formatted(field.title()));
    }
    BigDecimal fitting = field.scale() == null ? number : scaled(field, number, field.scale());
    if (field.precision() != null && field.scale() != null) {
      requireDigits(field, fitting, field.precision() - field.scale());
    }
    return new FieldValue.Decimal(fitting);
  }

  private static BigDecimal scaled(ActionField field, BigDecimal number, int scale)
      throws FieldValueException {
    BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_EVEN);
    if (rounded.subtract(number).abs().compareTo(FLOATING_POINT_NOISE) >= 0) {
      throw new FieldValueException(
          "%s holds at most %d digits behind the decimal point.".formatted(field.title(), scale));
    }
    return rounded.stripTrailingZeros();
  }

  private static void requireDigits(ActionField field, BigDecimal number, int digits)
      throws FieldValueException {
    if (number.signum() != 0 && number.precision() - number.scale() > digits) {
      throw new FieldValueException(
          "%s holds at most %d digits before the decimal point.".formatted(field.title(), digits));
    }
  }

  /**
   * Bounded before it is parsed: arithmetic on a number with a huge exponent would be expensive.
   */
  private static BigDecimal number(String text) {
    Matcher parts = NUMBER.matcher(text);
    if (!parts.matches()) {
      throw new NumberFormatException("not a number");
    }
    String exponent = parts.group(1) == null ? "0" : parts.group(1);
    if (text.length() > 100
        || exponent.length() > 5
        || Math.abs(Integer.parseInt(exponent)) > 400) {
      throw new ArithmeticException("too many digits");
    }
    return new BigDecimal(text);
  }

  private static FieldValue truth(ActionField field, String text) throws FieldValueException {
    // No longer text is one of these, and making a stranger's long one small can take very long.
    return switch (text.length() > TRUTH_LENGTH_MAX ? "" : text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> new FieldValue.Truth(true);
      case "false", "0", "no" -> new FieldValue.Truth(false);
      default ->
          throw new FieldValueException("%s must be true or false.".formatted(field.title()));
    };
  }

  private static LocalDateTime moment(ActionField field, String text, ZoneId zone)
      throws FieldValueException {
    try {
      TemporalAccessor parsed =
          MOMENT.parseBest(
              withColon(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (parsed) {
        case OffsetDateTime withOffset -> withOffset.atZoneSameInstant(zone).toLocalDateTime();
        case LocalDateTime local -> local;
        case LocalDate day -> day.atStartOfDay();
        default -> throw new IllegalStateException("Unexpected " + parsed.getClass());
      };
    } catch (DateTimeException e) {
      throw new FieldValueException(
          "%s must be a date such as 2021-05-26 or a date and time such as 2021-05-26T14:30:00Z."
              .formatted(field.title()));
    }
  }

  /** ISO 8601 takes an offset of +0200, too. */
  private static String withColon(String text) {
    return text.length() > 50
        ? text
        : text.replaceFirst("(?<=:[0-9.]{2,20}[+-][0-9]{2})([0-9]{2})$", ":$1");
  }

  /** Text is compared to the letter, anything else by what it means: 1 is 1.0, and yes is true. */
  private static void requireAllowed(ActionField field, String text, FieldValue value, ZoneId zone)
      throws FieldValueException {
    List<String> allowed = field.allowedValues();
    boolean isAllowed =
        allowed.isEmpty()
            || allowed.contains(text)
            || (field.type() != FieldType.TEXT
                && allowed.stream().anyMatch(each -> isSame(field, each, value, zone)));
    if (!isAllowed) {
      throw new FieldValueException(
          "%s takes only: %s.".formatted(field.title(), Listing.of(allowed)));
    }
  }

  private static boolean isSame(ActionField field, String allowed, FieldValue value, ZoneId zone) {
    try {
      FieldValue other = converted(field, allowed, zone);
      if (other instanceof FieldValue.Decimal(BigDecimal one)
          && value instanceof FieldValue.Decimal(BigDecimal another)) {
        return one.compareTo(another) == 0;
      }
      return other.equals(value);
    } catch (FieldValueException e) {
      return false; // the list names what its own field cannot hold
    }
  }
}
