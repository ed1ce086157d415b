package dev.inlet.webhooks.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Regular expressions that take linear time whatever they are matched against: RE2, not the JDK's.
 */
final class LinearRegularExpressions implements RegularExpressionFactory {

  /**
   * Compiles a pattern in the dialect of JSON Schema (ECMA-262), as far as it is regular.
   *
   * @throws com.google.re2j.PatternSyntaxException if it is not
   */
  static Pattern compile(String pattern) {
    return Pattern.compile(pattern.replaceAll("\\\\u([0-9A-Fa-f]{4})", "\\\\x{$1}"));
  }

  @Override
  public RegularExpression getRegularExpression(String pattern) {
    Pattern compiled = compile(pattern);
    return text -> compiled.matcher(text).find();
  }
}
