package dev.inlet.webhooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.JsonPointers;
import dev.inlet.platform.json.TextLocation;
import java.util.Map;

/** What a YAML text says, with the place of each value. */
public final class YamlDocument {

  private final JsonNode value;
  private final Place root;

  YamlDocument(JsonNode value, Place root) {
    this.value = value;
    this.root = root;
  }

  /**
   * Where a value stands, and what is within it.
   *
   * @param children by name or index
   */
  record Place(TextLocation location, Map<String, Place> children) {}

  public JsonNode value() {
    return value;
  }

  /**
   * Where the value stands that a JSON Pointer leads to; if there is none, the nearest value around
   * it.
   */
  public TextLocation locate(String pointer) {
    Place nearest = root;
    for (String step : JsonPointers.segments(pointer)) {
      Place child = nearest.children().get(step);
      if (child == null) {
        break;
      }
      nearest = child;
    }
    return nearest.location();
  }
}
