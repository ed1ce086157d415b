package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The schemas within a sound schema that speak of a property, by its name. */
final class PropertyStatements {

  /** References were checked for cycles before; this only bounds what they multiply to. */
  private static final int DEPTH_MAX = 20;

  private static final int STATEMENTS_MAX = 5_000;

  private final References references;
  private final Map<String, List<JsonNode>> always = new LinkedHashMap<>();
  private final Map<String, List<JsonNode>> sometimes = new LinkedHashMap<>();
  private int count;

  private PropertyStatements(JsonNode root) {
    this.references = new References(root);
  }

  static PropertyStatements of(JsonNode root) {
    PropertyStatements statements = new PropertyStatements(root);
    statements.collect(root, statements.always, 0);
    return statements;
  }

  /** What holds for every payload. */
  List<JsonNode> always(String property) {
    return always.getOrDefault(property, List.of());
  }

  /** What holds for every payload first, then what holds for some. */
  List<JsonNode> all(String property) {
    List<JsonNode> all = new ArrayList<>(always(property));
    all.addAll(sometimes.getOrDefault(property, List.of()));
    return all;
  }

  private void collect(JsonNode schema, Map<String, List<JsonNode>> into, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(named -> add(named.getKey(), named.getValue(), into, depth));
    follow(schema, target -> collect(target, into, depth + 1));
    for (String keyword : List.of("anyOf", "oneOf")) {
      schema.path(keyword).forEach(part -> collect(part, sometimes, depth + 1));
    }
    for (String keyword : List.of("then", "else")) {
      collect(schema.path(keyword), sometimes, depth + 1);
    }
  }

  private void add(
      String property, JsonNode statement, Map<String, List<JsonNode>> into, int depth) {
    if (depth > DEPTH_MAX || ++count > STATEMENTS_MAX) {
      return;
    }
    into.computeIfAbsent(property, name -> new ArrayList<>()).add(statement);
    follow(statement, target -> add(property, target, into, depth + 1));
  }

  /** To what holds wherever the schema does. */
  private void follow(JsonNode schema, Consumer<JsonNode> reader) {
    JsonNode reference = schema.path("$ref");
    if (reference.isTextual()) {
      references.target(reference.textValue()).ifPresent(reader);
    }
    schema.path("allOf").forEach(reader);
  }
}
