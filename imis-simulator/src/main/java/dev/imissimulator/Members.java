package dev.imissimulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/** Members of an object by name, whatever its case, as Newtonsoft finds them. */
final class Members {
  private static final String TYPE = "$type";

  private Members() {}

  static JsonNode find(JsonNode object, String name) {
    JsonNode exact = object.path(name);
    return exact.isMissingNode()
        ? object.properties().stream()
            .filter(member -> member.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(MissingNode.getInstance())
        : exact;
  }

  /** The items of a collection: those of {@code $values}, or of a plain array. */
  static JsonNode items(JsonNode collection) {
    return collection.isArray() ? collection : find(collection, "$values");
  }

  /** Whether a {@code $type} stands anywhere but first in its object. */
  static boolean hasMisplacedType(JsonNode node) {
    boolean isFirst = true;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if ((member.getKey().equals(TYPE) && !isFirst) || hasMisplacedType(member.getValue())) {
        return true;
      }
      isFirst = false;
    }
    return node.isArray() && node.valueStream().anyMatch(Members::hasMisplacedType);
  }
}
