package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** References within one document, {@code #} and {@code #/...}; there are no others. */
final class References {

  private final JsonNode root;

  References(JsonNode root) {
    this.root = root;
  }

  static boolean isLocal(String reference) {
    return reference.equals("#") || reference.startsWith("#/");
  }

  static String pointer(String reference) {
    try {
      // A fragment is percent-encoded; a plus in it is a plus.
      return URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return reference.substring(1);
    }
  }

  Optional<JsonNode> target(String reference) {
    JsonNode target = root.at(pointer(reference));
    return target.isObject() || target.isBoolean() ? Optional.of(target) : Optional.empty();
  }
}
