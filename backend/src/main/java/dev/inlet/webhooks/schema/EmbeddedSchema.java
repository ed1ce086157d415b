package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A sound schema as a part of another document: its references point to where it stands there, and
 * it says which draft it is written in.
 */
public final class EmbeddedSchema {

  private final References references;
  private final String pointer;
  private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private EmbeddedSchema(ObjectNode copy, String pointer) {
    this.references = new References(copy);
    this.pointer = pointer;
  }

  /**
   * Copies a schema.
   *
   * @param draft the draft it is written in
   * @param pointer where it will stand in the other document
   */
  public static JsonNode of(JsonNode schema, Draft draft, String pointer) {
    ObjectNode copy = schema.deepCopy();
    copy.remove("$id");
    copy.remove("id");
    copy.put("$schema", draft.dialect().getId());
    new EmbeddedSchema(copy, pointer).rewrite(copy);
    return copy;
  }

  private void rewrite(JsonNode schema) {
    SubSchemas.visit(
        schema,
        place -> {
          if (place.schema() instanceof ObjectNode node && visited.add(node)) {
            rewriteReference(node);
          }
        });
  }

  private void rewriteReference(ObjectNode node) {
    JsonNode reference = node.path("$ref");
    if (!reference.isTextual()) {
      return;
    }
    String target = reference.textValue();
    node.put("$ref", "#" + pointer + target.substring(1));
    // It may stand below a keyword that nobody visits.
    references.target(target).filter(it -> !visited.contains(it)).ifPresent(this::rewrite);
  }
}
