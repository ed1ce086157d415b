package dev.inlet.webhooks.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.MatchResult;

/**
 * Regular expressions that take linear time whatever they are matched against: RE2, not the JDK's;
 * and none so large that linear is long.
 */
final class LinearRegularExpressions implements RegularExpressionFactory {

  static final int LENGTH_MAX = 500;

  /** In RE2's instructions; ten times what a pattern for an address or a phone number takes. */
  static final int SIZE_MAX = 5_000;

  /**
   * An escape of ECMA-262: a surrogate pair, a character by its number, or any other, which is left
   * alone.
   */
  private static final java.util.regex.Pattern ESCAPE =
      java.util.regex.Pattern.compile(
          "\\\\(?:u(D[89AB]\\p{XDigit}{2})\\\\u(D[C-F]\\p{XDigit}{2})|u(\\p{XDigit}{4})|u\\{(\\p{XDigit}{1,6})\\}|.)",
          java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.DOTALL);

  /**
   * Compiles a pattern in the dialect of JSON Schema (ECMA-262), as far as it is regular.
   *
   * @throws PatternSyntaxException if it is not, or if it is too large
   */
  static Pattern compile(String pattern) {
    if (pattern.length() > LENGTH_MAX || PatternSize.of(pattern) > SIZE_MAX) {
      throw new PatternSyntaxException("too large");
    }
    return Pattern.compile(
        ESCAPE
            .matcher(pattern)
            .replaceAll(
                escape ->
                    java.util.regex.Matcher.quoteReplacement(
                        LinearRegularExpressions.inRe2(escape))));
  }

  @Override
  public RegularExpression getRegularExpression(String pattern) {
    Pattern compiled = compile(pattern);
    return text -> {
      ValidationBudget.spend((long) compiled.programSize() * text.length());
      return compiled.matcher(text).find();
    };
  }

  private static String inRe2(MatchResult escape) {
    if (escape.group(1) != null) {
      int character =
          Character.toCodePoint(
              (char) Integer.parseInt(escape.group(1), 16),
              (char) Integer.parseInt(escape.group(2), 16));
      return "\\x{%x}".formatted(character);
    }
    String number = escape.group(3) != null ? escape.group(3) : escape.group(4);
    return number == null ? escape.group() : "\\x{%s}".formatted(number);
  }
}
