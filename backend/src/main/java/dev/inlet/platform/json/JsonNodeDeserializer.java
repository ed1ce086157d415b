package dev.inlet.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Schemas and payloads in requests to the management API: as strict as those that senders post. A
 * number such as 1e999999999 takes five bytes here and a gigabyte in arithmetic.
 */
@Singleton
final class JsonNodeDeserializer extends StdScalarDeserializer<JsonNode> {

  private static final long serialVersionUID = 1L;

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  JsonNodeDeserializer() {
    super(JsonNode.class);
  }

  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    try {
      return JSON.read(parser);
    } catch (InvalidJsonException e) {
      throw JsonMappingException.from(parser, e.getMessage(), e);
    }
  }

  @Override
  public JsonNode getNullValue(DeserializationContext context) {
    return NullNode.getInstance();
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }
}
