package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a schema describes a flat object: every property it describes is text, a number, true or
 * false, or null. Each place that lets a nested object or array through is an offender.
 */
final class Flatness {

  private final Draft draft;
  private final AllowedTypes allowedTypes;
  private final References references;
  private final List<SchemaProblem> problems = new ArrayList<>();
  private final Map<String, Declarations> declarations = new LinkedHashMap<>();
  private final Set<String> required = new HashSet<>();
  private final IdentityHashMap<JsonNode, Boolean> seen = new IdentityHashMap<>();

  Flatness(Draft draft, References references) {
    this.draft = draft;
    this.allowedTypes = new AllowedTypes(references, draft);
    this.references = references;
  }

  /** What the schemas that speak of one property say of it. */
  private record Declarations(List<Declaration> always, List<Declaration> sometimes) {

    Set<JsonType> types() {
      Set<JsonType> types = EnumSet.noneOf(JsonType.class);
      (always.isEmpty() ? sometimes : always).forEach(said -> types.addAll(said.types()));
      always.forEach(said -> types.retainAll(said.types()));
      return types;
    }

    JsonNode first() {
      return (always.isEmpty() ? sometimes : always).getFirst().schema();
    }
  }

  private record Declaration(String pointer, JsonNode schema, Set<JsonType> types) {

    boolean isNested() {
      return types.stream().anyMatch(type -> !type.isPrimitive());
    }
  }

  List<SchemaProblem> check(JsonNode root) {
    requireObject(root);
    collect(root, "", true);
    declarations.values().forEach(this::requirePrimitive);
    return problems;
  }

  List<SchemaProperty> properties() {
    return declarations.entrySet().stream().map(e -> property(e.getKey(), e.getValue())).toList();
  }

  private void requireObject(JsonNode root) {
    if (!allowedTypes.of(root).equals(EnumSet.of(JsonType.OBJECT))) {
      problems.add(
          SchemaProblem.at(
              root.has("type") ? "/type" : "",
              "The schema must describe an object: write \"type\": \"object\" at its top."));
    }
  }

  private void collect(JsonNode schema, String pointer, boolean isAlways) {
    if (!isNews(schema, isAlways)) {
      return;
    }
    if (schema.has("$ref") && draft.ignoresSiblingsOfReferences()) {
      collectReference(schema, isAlways);
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            e ->
                declare(
                    e.getKey(),
                    JsonPointers.append(pointer + "/properties", e.getKey()),
                    e.getValue(),
                    isAlways));
    schema
        .path("patternProperties")
        .properties()
        .forEach(
            e ->
                requirePrimitive(
                    JsonPointers.append(pointer + "/patternProperties", e.getKey()), e.getValue()));
    requirePrimitiveOthers(schema, pointer, "additionalProperties");
    requirePrimitiveOthers(schema, pointer, "unevaluatedProperties");
    if (isAlways) {
      schema.path("required").forEach(name -> required.add(name.asText()));
    }
    collectParts(schema, pointer, isAlways);
  }

  /** What is said sometimes is news once more when it turns out to be said always. */
  private boolean isNews(JsonNode schema, boolean isAlways) {
    Boolean before = seen.get(schema);
    if (before == null || (isAlways && !before)) {
      seen.put(schema, isAlways);
      return true;
    }
    return false;
  }

  private void collectReference(JsonNode schema, boolean isAlways) {
    JsonNode reference = schema.path("$ref");
    if (reference.isTextual()) {
      references
          .target(reference.textValue())
          .ifPresent(
              target -> collect(target, References.pointer(reference.textValue()), isAlways));
    }
  }

  private void collectParts(JsonNode schema, String pointer, boolean isAlways) {
    collectReference(schema, isAlways);
    collectEach(schema, pointer, "allOf", isAlways);
    collectEach(schema, pointer, "anyOf", false);
    collectEach(schema, pointer, "oneOf", false);
    for (String conditional : List.of("then", "else")) {
      if (schema.path(conditional).isObject()) {
        collect(schema.get(conditional), pointer + "/" + conditional, false);
      }
    }
    for (String dependent : List.of("dependentSchemas", "dependencies")) {
      schema
          .path(dependent)
          .properties()
          .forEach(
              e ->
                  collect(
                      e.getValue(),
                      JsonPointers.append(pointer + "/" + dependent, e.getKey()),
                      false));
    }
  }

  private void collectEach(JsonNode schema, String pointer, String keyword, boolean isAlways) {
    JsonNode parts = schema.path(keyword);
    for (int i = 0; i < parts.size(); i++) {
      collect(parts.get(i), pointer + "/" + keyword + "/" + i, isAlways);
    }
  }

  private void declare(String name, String pointer, JsonNode schema, boolean isAlways) {
    Declarations said =
        declarations.computeIfAbsent(
            name, n -> new Declarations(new ArrayList<>(), new ArrayList<>()));
    (isAlways ? said.always() : said.sometimes())
        .add(new Declaration(pointer, schema, allowedTypes.of(schema)));
  }

  private void requirePrimitive(Declarations said) {
    if (said.always().isEmpty()) {
      said.sometimes().stream().filter(Declaration::isNested).forEach(this::refuse);
    } else if (said.types().stream().anyMatch(type -> !type.isPrimitive())) {
      refuse(said.always().getFirst());
    }
  }

  private void requirePrimitive(String pointer, JsonNode schema) {
    Declaration declaration = new Declaration(pointer, schema, allowedTypes.of(schema));
    if (declaration.isNested()) {
      refuse(declaration);
    }
  }

  /** What a schema lets through without describing it is not mapped and does no harm. */
  private void requirePrimitiveOthers(JsonNode schema, String pointer, String keyword) {
    JsonNode others = schema.path(keyword);
    if (others.isObject() && !others.isEmpty()) {
      requirePrimitive(pointer + "/" + keyword, others);
    }
  }

  private void refuse(Declaration declaration) {
    String nested =
        declaration.types().stream()
            .filter(type -> !type.isPrimitive())
            .map(type -> type == JsonType.OBJECT ? "objects" : "arrays")
            .collect(Collectors.joining(" and "));
    String remedy =
        declaration.schema().has("type")
            ? "a property must be text, a number, true/false or null."
            : "give it a \"type\", such as \"string\".";
    problems.add(
        SchemaProblem.at(
            declaration.pointer(),
            "%s allows nested %s: %s".formatted(name(declaration), nested, remedy)));
  }

  private static String name(Declaration declaration) {
    List<String> segments = JsonPointers.segments(declaration.pointer());
    return "\"%s\"".formatted(segments.getLast());
  }

  private SchemaProperty property(String name, Declarations said) {
    JsonNode schema = said.first();
    return new SchemaProperty(
        name,
        said.types().stream()
            .filter(type -> type != JsonType.INTEGER || !said.types().contains(JsonType.NUMBER))
            .map(JsonType::keyword)
            .sorted()
            .toList(),
        schema.path("format").isTextual() ? schema.get("format").textValue() : null,
        required.contains(name),
        schema.path("description").isTextual() ? schema.get("description").textValue() : null);
  }
}
