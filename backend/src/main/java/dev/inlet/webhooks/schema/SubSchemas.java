package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where schemas stand within a schema. Keywords of all drafts are followed in each: one that a
 * draft does not know is ignored by the validator, and checking it too does no harm.
 */
final class SubSchemas {

  private static final Set<String> ONE =
      Set.of(
          "additionalProperties",
          "unevaluatedProperties",
          "propertyNames",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "items",
          "additionalItems",
          "unevaluatedItems",
          "contentSchema");
  private static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "$defs",
          "definitions",
          "dependentSchemas",
          "dependencies");

  private SubSchemas() {}

  /** A schema, where it stands and how deep. */
  record Place(String pointer, JsonNode schema, int depth) {}

  /** Visits the schema and every schema within it, without following references. */
  static void visit(JsonNode root, Consumer<Place> visitor) {
    Deque<Place> open = new ArrayDeque<>(List.of(new Place("", root, 0)));
    while (!open.isEmpty()) {
      Place place = open.pop();
      visitor.accept(place);
      children(place, open::push);
    }
  }

  private static void children(Place parent, Consumer<Place> child) {
    parent
        .schema()
        .properties()
        .forEach(
            keyword -> {
              String pointer = JsonPointers.append(parent.pointer(), keyword.getKey());
              JsonNode value = keyword.getValue();
              int depth = parent.depth() + 1;
              if (NAMED.contains(keyword.getKey()) && value.isObject()) {
                value
                    .properties()
                    .forEach(
                        e ->
                            add(
                                JsonPointers.append(pointer, e.getKey()),
                                e.getValue(),
                                depth,
                                child));
              } else if (LIST.contains(keyword.getKey()) && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                  add(pointer + "/" + i, value.get(i), depth, child);
                }
              } else if (ONE.contains(keyword.getKey())) {
                add(pointer, value, depth, child);
              }
            });
  }

  private static void add(String pointer, JsonNode value, int depth, Consumer<Place> child) {
    if (value.isObject() || value.isBoolean()) {
      child.accept(new Place(pointer, value, depth));
    }
  }
}
