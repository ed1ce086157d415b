package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;

/**
 * The types of value a schema lets through. Never fewer than the validator does: keywords that only
 * narrow further ({@code if}, most of {@code not}) are left aside, so that a schema found flat is
 * flat.
 */
final class AllowedTypes {

  /** References were checked for cycles before; this only bounds a mistake there. */
  private static final int DEPTH_MAX = 100;

  private final References references;
  private final Draft draft;

  AllowedTypes(References references, Draft draft) {
    this.references = references;
    this.draft = draft;
  }

  Set<JsonType> of(JsonNode schema) {
    return of(schema, 0);
  }

  private Set<JsonType> of(JsonNode schema, int depth) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? JsonType.ALL : JsonType.none();
    }
    if (depth > DEPTH_MAX) {
      return JsonType.ALL;
    }
    if (schema.has("$ref") && draft.ignoresSiblingsOfReferences()) {
      return ofReference(schema, depth);
    }
    Set<JsonType> types = byType(schema.path("type"));
    types.retainAll(byValues(schema));
    types.retainAll(ofReference(schema, depth));
    for (JsonNode part : schema.path("allOf")) {
      types.retainAll(of(part, depth + 1));
    }
    retainAny(types, schema.path("anyOf"), depth);
    retainAny(types, schema.path("oneOf"), depth);
    types.removeAll(forbidden(schema.path("not")));
    return types;
  }

  private Set<JsonType> ofReference(JsonNode schema, int depth) {
    JsonNode reference = schema.path("$ref");
    return reference.isTextual()
        ? references
            .target(reference.textValue())
            .map(target -> of(target, depth + 1))
            .orElse(JsonType.ALL)
        : JsonType.ALL;
  }

  private static Set<JsonType> byType(JsonNode type) {
    EnumSet<JsonType> types = EnumSet.noneOf(JsonType.class);
    if (type.isMissingNode()) {
      types.addAll(JsonType.ALL);
    } else if (type.isTextual()) {
      JsonType.named(type.textValue()).ifPresent(types::add);
    } else {
      type.forEach(one -> JsonType.named(one.asText()).ifPresent(types::add));
    }
    if (types.contains(JsonType.NUMBER)) {
      types.add(JsonType.INTEGER);
    }
    return types;
  }

  private Set<JsonType> byValues(JsonNode schema) {
    boolean hasConst = schema.has("const") && draft.knowsConst();
    if (!schema.has("enum") && !hasConst) {
      return JsonType.ALL;
    }
    EnumSet<JsonType> types = EnumSet.noneOf(JsonType.class);
    schema.path("enum").forEach(value -> types.add(JsonType.of(value)));
    if (hasConst) {
      types.add(JsonType.of(schema.get("const")));
    }
    return types;
  }

  private void retainAny(Set<JsonType> types, JsonNode branches, int depth) {
    if (branches.isArray() && !branches.isEmpty()) {
      Set<JsonType> any = JsonType.none();
      branches.forEach(branch -> any.addAll(of(branch, depth + 1)));
      types.retainAll(any);
    }
  }

  /** Only a {@code not} that speaks of types alone forbids types. */
  private static Set<JsonType> forbidden(JsonNode not) {
    boolean speaksOfTypesAlone = not.isObject() && not.size() == 1 && not.has("type");
    if (!speaksOfTypesAlone) {
      return JsonType.none();
    }
    return byType(not.path("type"));
  }
}
