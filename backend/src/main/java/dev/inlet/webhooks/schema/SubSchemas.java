package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  /**
   * A schema and where it stands. Its pointer is put together only when it is asked for: all of
   * them at once would be far larger than the document.
   *
   * @param parent null for the schema that the visit began with
   * @param keyword what leads here from the parent
   * @param name the name or index behind the keyword; null if there is none
   */
  record Place(
      @Nullable Place parent, String keyword, @Nullable String name, JsonNode schema, int depth) {

    String pointer() {
      List<String> steps = new ArrayList<>();
      Place first = this;
      for (Place place = this; place.parent() != null; place = place.parent()) {
        steps.add(place.step());
        first = place.parent();
      }
      steps.add(first.keyword());
      Collections.reverse(steps);
      return String.join("", steps);
    }

    private String step() {
      String pointer = JsonPointers.append("", keyword);
      return name == null ? pointer : JsonPointers.append(pointer, name);
    }

    private Place child(String keyword, @Nullable String name, JsonNode schema) {
      return new Place(this, keyword, name, schema, depth + 1);
    }
  }

  /** Visits the schema and every schema within it, without following references. */
  static void visit(JsonNode root, Consumer<Place> visitor) {
    visit(root, "", visitor);
  }

  /** The same for a schema that stands at a pointer. */
  static void visit(JsonNode root, String pointer, Consumer<Place> visitor) {
    Deque<Place> open = new ArrayDeque<>(List.of(new Place(null, pointer, null, root, 0)));
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
            e -> {
              String keyword = e.getKey();
              JsonNode value = e.getValue();
              if (NAMED.contains(keyword) && value.isObject()) {
                value
                    .properties()
                    .forEach(
                        named ->
                            add(parent.child(keyword, named.getKey(), named.getValue()), child));
              } else if (LIST.contains(keyword) && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                  add(parent.child(keyword, String.valueOf(i), value.get(i)), child);
                }
              } else if (ONE.contains(keyword)) {
                add(parent.child(keyword, null, value), child);
              }
            });
  }

  private static void add(Place place, Consumer<Place> child) {
    if (place.schema().isObject() || place.schema().isBoolean()) {
      child.accept(place);
    }
  }
}
