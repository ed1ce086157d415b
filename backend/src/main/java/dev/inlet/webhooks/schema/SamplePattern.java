package dev.inlet.webhooks.schema;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A text that fits a pattern, if it is one that the library reads as the schema does. What they
 * read differently could be short for the one, which bounds it ({@link PatternSize}), and without
 * end for the other: a back-reference is one character to RE2.
 */
final class SamplePattern {

  private static final int LENGTH_MAX = 1_000;

  /** What a pattern repeats without end is repeated so often: nested ones multiply. */
  private static final int REPETITIONS_MAX = 1;

  private static final String ESCAPE = "\\\\(?:[dDwWsS]|[^\\p{Alnum}])";
  private static final Pattern READ_ALIKE =
      Pattern.compile(
          "(?s)(?:"
              + ESCAPE
              // A class with something in it, and no class or other thing within.
              + "|\\[\\^?(?:"
              + ESCAPE
              + "|[^\\[\\]\\\\&])++\\]"
              + "|\\{\\d{1,4}(?:,\\d{0,4})?\\}"
              + "|\\((?:\\?:)?+(?!\\?)"
              + "|[^\\\\\\[\\]{}(]"
              + ")*+");

  private SamplePattern() {}

  static Optional<String> of(String pattern) {
    if (!READ_ALIKE.matcher(pattern).matches()) {
      return Optional.empty();
    }
    RgxGenProperties properties = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, REPETITIONS_MAX);
    try {
      String text = RgxGen.parse(properties, pattern).generate(new Random(1));
      return text.length() > LENGTH_MAX ? Optional.empty() : Optional.of(text);
    } catch (RuntimeException e) {
      return Optional.empty(); // It knows less than RE2.
    }
  }
}
