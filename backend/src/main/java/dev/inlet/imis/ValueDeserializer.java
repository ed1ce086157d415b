package dev.inlet.imis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value as iMIS writes it (iMIS REST reference, section 2.2), as text: bare, or wrapped with its
 * .NET type. Anything else is null, and read past without being kept.
 */
final class ValueDeserializer extends JsonDeserializer<@Nullable String> {

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return scalar(parser);
    }
    String value = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isValue = "$value".equals(parser.currentName());
      parser.nextToken();
      String found = scalar(parser);
      value = isValue ? found : value;
    }
    return value;
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      return parser.getValueAsString();
    }
    parser.skipChildren();
    return null;
  }
}
