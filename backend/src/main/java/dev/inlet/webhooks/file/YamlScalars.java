package dev.inlet.webhooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What plain text stands for, after YAML 1.2's core schema, with numbers as JSON writes them. What
 * another reader would take for another number is refused: {@code 01234} is a ZIP code to its
 * author and 668 to YAML 1.1.
 */
final class YamlScalars {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          "[-+]?(0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
              + "|\\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN)");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

  /** Nothing doubtful is longer; the pattern is not asked about more. */
  private static final int NUMBER_LENGTH_MAX = 1_000;

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlScalars() {}

  /**
   * The value of plain text.
   *
   * @throws InvalidJsonException if it is a number that JSON cannot write, or Inlet does not take
   */
  static JsonNode plain(String text) throws InvalidJsonException {
    if (NULLS.contains(text)) {
      return NODES.nullNode();
    } else if (TRUE.contains(text) || FALSE.contains(text)) {
      return NODES.booleanNode(TRUE.contains(text));
    } else if (NUMBER.matcher(text).matches()) {
      return JSON.read(text);
    }
    return NODES.textNode(text);
  }

  /** Whether plain text may be a number to one reader and something else to another. */
  static boolean isDoubtful(String text) {
    return text.length() <= NUMBER_LENGTH_MAX
        && !NUMBER.matcher(text).matches()
        && DOUBTFUL.matcher(text).matches();
  }

  /** Whether text may stand without quotes. */
  static boolean isPlainText(String text) {
    return !NULLS.contains(text)
        && !TRUE.contains(text)
        && !FALSE.contains(text)
        && !NUMBER.matcher(text).matches()
        && !isDoubtful(text);
  }
}
