package dev.inlet.imis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An object or a list where iMIS is known to write the other counts as not there: what a definition
 * says in a way that is not known must not hide the rest of it.
 */
final class UnexpectedShapes extends DeserializationProblemHandler {

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String message)
      throws IOException {
    return type.isPrimitive() ? NOT_HANDLED : nothing(parser);
  }

  @Override
  public @Nullable Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> type,
      ValueInstantiator instantiator,
      JsonParser parser,
      String message)
      throws IOException {
    return nothing(parser);
  }

  private static @Nullable Object nothing(JsonParser parser) throws IOException {
    parser.skipChildren();
    return null;
  }
}
