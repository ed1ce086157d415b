package dev.inlet.webhooks.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.Mask;
import dev.inlet.platform.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A payload written anew without the values of private members, at whatever depth these stand. All
 * else stays, to the last digit of a number.
 */
public final class PrivatePayload {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  private static final JsonFactory FACTORY = JsonLimits.DEFAULT.factory();

  private PrivatePayload() {}

  /**
   * What a payload became.
   *
   * @param found the names that were meant by one of its members
   */
  public record Rewritten(byte[] body, Set<String> found) {}

  /**
   * The payload without the members.
   *
   * @return empty if it cannot be searched for them: it is not JSON, or a single value that may be
   *     anything
   */
  public static Optional<Rewritten> without(byte[] body, PrivateNames names) {
    return rewritten(body, names, false);
  }

  /**
   * The payload with the members' values masked.
   *
   * @return empty if it cannot be searched for them
   */
  public static Optional<Rewritten> masked(byte[] body, PrivateNames names) {
    return rewritten(body, names, true);
  }

  /**
   * What the payload says beside the members.
   *
   * @return empty if it cannot be searched for them
   */
  public static Optional<JsonNode> beside(byte[] body, PrivateNames names) {
    return without(body, names).map(rest -> read(rest.body()));
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.read(body);
    } catch (InvalidJsonException e) {
      throw new IllegalStateException("What was written cannot be read", e);
    }
  }

  private static Optional<Rewritten> rewritten(byte[] body, PrivateNames names, boolean isMasked) {
    if (!isSearchable(body)) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length);
    Set<String> found = new LinkedHashSet<>();
    try (JsonParser parser = FACTORY.createParser(text(body));
        JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      while (parser.nextToken() != null) {
        Optional<String> name =
            parser.currentToken() == JsonToken.FIELD_NAME
                ? names.meaning(parser.currentName())
                : Optional.empty();
        if (name.isEmpty()) {
          copy(parser, generator);
        } else {
          found.add(name.get());
          if (isMasked) {
            generator.writeStringField(parser.currentName(), Mask.TEXT);
          }
          parser.nextToken();
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(new Rewritten(found.isEmpty() ? body : bytes.toByteArray(), found));
  }

  private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    if (parser.currentToken().isNumeric()) {
      generator.writeNumber(parser.getText());
    } else {
      generator.copyCurrentEvent(parser);
    }
  }

  /** Text may be JSON once more; who knows what stands in it. */
  private static boolean isSearchable(byte[] body) {
    try {
      JsonNode payload = JSON.read(body);
      return payload.isContainerNode();
    } catch (InvalidJsonException e) {
      return false;
    }
  }

  private static String text(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
