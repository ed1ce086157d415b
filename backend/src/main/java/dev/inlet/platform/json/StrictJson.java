package dev.inlet.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;

/**
 * Reads one JSON value as RFC 8259 has it and nothing looser: no duplicate names, nothing behind
 * the value, whole characters only. A byte order mark is skipped, as the RFC allows. Numbers keep
 * the digits they came with.
 */
public final class StrictJson {

  /**
   * Beyond any field of iMIS; a larger exponent would only make arithmetic on the number expensive.
   */
  private static final int EXPONENT_MAX = 400;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonLimits limits;
  private final JsonFactory factory;

  public StrictJson(JsonLimits limits) {
    this.limits = limits;
    this.factory = limits.factory();
  }

  public JsonNode read(byte[] utf8) throws InvalidJsonException {
    return read(Utf8.decode(utf8));
  }

  public JsonNode read(String text) throws InvalidJsonException {
    String body = withoutMark(text);
    if (body.isBlank()) {
      throw new InvalidJsonException("The text is empty: a JSON object was expected.", 1, 1);
    }
    try (JsonParser parser = factory.createParser(body)) {
      Reading reading = new Reading(parser, limits.depth(), limits.nameLength());
      parser.nextToken();
      JsonNode value = reading.value();
      if (parser.nextToken() != null) {
        throw reading.invalid("There is something after the end of the JSON value.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw JsonErrorSentences.explain(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value at which a parser stands that somebody else made, as strictly as a whole text. */
  JsonNode read(JsonParser parser) throws IOException, InvalidJsonException {
    int depth = parser.getParsingContext().getNestingDepth() + limits.depth();
    return new Reading(parser, depth, limits.nameLength()).value();
  }

  /**
   * Where the value stands that a JSON Pointer leads to; if there is none, the nearest value around
   * it.
   *
   * @param text can be read
   */
  public TextLocation locate(String text, String pointer) {
    try (JsonParser parser = factory.createParser(withoutMark(text))) {
      parser.nextToken();
      JsonLocation nearest = parser.currentTokenLocation();
      Iterator<String> steps = JsonPointers.segments(pointer).iterator();
      while (steps.hasNext() && isFound(parser, steps.next())) {
        nearest = parser.currentTokenLocation();
      }
      return new TextLocation(nearest.getLineNr(), nearest.getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Steps from an object or array to the value within it. */
  private static boolean isFound(JsonParser parser, String step) throws IOException {
    boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
    if (!isArray && parser.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    int index = 0;
    while (!parser.nextToken().isStructEnd()) {
      String name = isArray ? String.valueOf(index++) : parser.currentName();
      if (!isArray) {
        parser.nextToken();
      }
      if (name.equals(step)) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** One pass over one text. Recursion is bounded by the limit on depth. */
  private record Reading(JsonParser parser, int depthMax, int nameLengthMax) {

    JsonNode value() throws IOException, InvalidJsonException {
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> object();
        case START_ARRAY -> array();
        case VALUE_STRING -> NODES.textNode(whole(parser.getText()));
        case VALUE_NUMBER_INT -> integer();
        case VALUE_NUMBER_FLOAT -> decimal();
        case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
        case VALUE_NULL -> NODES.nullNode();
        case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw invalid("A JSON value was expected here.");
      };
    }

    private ObjectNode object() throws IOException, InvalidJsonException {
      requireDepth();
      ObjectNode object = NODES.objectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = whole(parser.currentName());
        if (name.length() > nameLengthMax) {
          throw invalid(
              "A property has a name of more than %d characters.".formatted(nameLengthMax));
        }
        if (object.has(name)) {
          throw invalid("The property \"%s\" occurs twice.".formatted(name));
        }
        parser.nextToken();
        object.set(name, value());
      }
      return object;
    }

    private ArrayNode array() throws IOException, InvalidJsonException {
      requireDepth();
      ArrayNode array = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value());
      }
      return array;
    }

    private void requireDepth() throws InvalidJsonException {
      if (parser.getParsingContext().getNestingDepth() > depthMax) {
        throw invalid("The value is nested too deep.");
      }
    }

    private JsonNode integer() throws IOException {
      return switch (parser.getNumberType()) {
        case INT -> NODES.numberNode(parser.getIntValue());
        case LONG -> NODES.numberNode(parser.getLongValue());
        default -> NODES.numberNode(parser.getBigIntegerValue());
      };
    }

    private JsonNode decimal() throws IOException, InvalidJsonException {
      try {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) <= EXPONENT_MAX) {
          return NODES.numberNode(number);
        }
      } catch (NumberFormatException e) {
        // An exponent that is itself too large.
      }
      throw invalid("The number is too large or too small to work with.");
    }

    private String whole(String text) throws InvalidJsonException {
      if (Utf8.hasLoneSurrogate(text)) {
        throw invalid("The text contains half of a character (an unpaired surrogate).");
      }
      return text;
    }

    InvalidJsonException invalid(String message) {
      JsonLocation at = parser.currentTokenLocation();
      return new InvalidJsonException(message, at.getLineNr(), at.getColumnNr());
    }
  }
}
