package dev.inlet.platform.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the parser says in its own. */
final class JsonErrorSentences {

  private static final Pattern UNEXPECTED = Pattern.compile("^Unexpected character \\('(.{1,2})' ");
  private static final Pattern TOKEN =
      Pattern.compile("^(?:Unrecognized|Non-standard) token '([^']{1,40})");

  private JsonErrorSentences() {}

  static InvalidJsonException explain(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    int line = at == null ? 1 : at.getLineNr();
    int column = at == null ? 1 : at.getColumnNr();
    return new InvalidJsonException(sentence(e), Math.max(1, line), Math.max(1, column));
  }

  private static String sentence(JsonProcessingException e) {
    String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    if (e instanceof StreamConstraintsException) {
      return tooMuch(message);
    }
    if (e instanceof JsonEOFException) {
      return "The JSON ends too early: a quote, bracket or brace is not closed.";
    }
    Matcher token = TOKEN.matcher(message);
    if (token.find()) {
      return "\"%s\" is not a JSON value; text must stand in double quotes."
          .formatted(token.group(1));
    }
    Matcher unexpected = UNEXPECTED.matcher(message);
    return unexpected.find() ? unexpected(visible(unexpected.group(1)), message) : other(message);
  }

  private static String unexpected(String character, String message) {
    if (message.contains("double-quote to start field name")) {
      return "A property name in double quotes was expected instead of %s.".formatted(character);
    }
    if (message.contains("comma")) {
      return "A comma or a closing bracket was expected instead of %s.".formatted(character);
    }
    if (message.contains("colon")) {
      return "A colon was expected instead of %s.".formatted(character);
    }
    return "A value was expected instead of %s.".formatted(character);
  }

  /** Characters that look like nothing, such as a no-break space out of a web page, by number. */
  private static String visible(String character) {
    int codePoint = character.codePointAt(0);
    boolean isSeen =
        Character.isDefined(codePoint)
            && !Character.isSpaceChar(codePoint)
            && !Character.isISOControl(codePoint)
            && Character.getType(codePoint) != Character.FORMAT;
    return isSeen ? character : "U+%04X".formatted(codePoint);
  }

  private static String other(String message) {
    if (message.contains("CTRL-CHAR")) {
      return "A control character must be written as an escape, such as \\n.";
    }
    if (message.contains("character escape")) {
      return "A \\ must be followed by one of \" \\ / b f n r t or u and four digits.";
    }
    if (message.contains("eading zero")) {
      return "A number must not begin with a zero.";
    }
    return "This is not valid JSON.";
  }

  private static String tooMuch(String message) {
    if (message.contains("nesting depth")) {
      return "The JSON is nested too deep.";
    }
    if (message.contains("Number")) {
      return "The number has too many digits.";
    }
    if (message.startsWith("Name")) {
      return "The property's name is too long.";
    }
    return "A value is too long.";
  }
}
