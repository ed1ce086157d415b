package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a sound schema demands of the values of its properties beside their types, as phrases for
 * people. Tells what holds for every payload; what holds only under conditions stands in the schema
 * alone.
 */
public final class PropertyRules {

  private static final int VALUES_MAX = 30;

  private final PropertyStatements statements;

  public PropertyRules(JsonNode schema) {
    this.statements = PropertyStatements.of(schema);
  }

  /** The rules for a property; none if any value of its types will do. */
  public List<String> of(String property) {
    return statements.always(property).stream()
        .flatMap(statement -> rules(statement).stream())
        .distinct()
        .toList();
  }

  private static List<String> rules(JsonNode schema) {
    List<String> rules = new ArrayList<>();
    if (schema.has("const")) {
      rules.add("always " + schema.get("const"));
    }
    if (schema.path("enum").isArray()) {
      rules.add("one of " + listed(schema.get("enum")));
    }
    if (schema.path("format").isTextual()) {
      rules.add("format " + schema.get("format").textValue());
    }
    addNumber(rules, schema, "minLength", "at least %s characters");
    addNumber(rules, schema, "maxLength", "at most %s characters");
    addLimit(rules, schema, "minimum", "exclusiveMinimum", "at least %s", "more than %s");
    addLimit(rules, schema, "maximum", "exclusiveMaximum", "at most %s", "less than %s");
    addNumber(rules, schema, "multipleOf", "a multiple of %s");
    if (schema.path("pattern").isTextual()) {
      rules.add("matches " + schema.get("pattern").textValue());
    }
    return rules;
  }

  private static String listed(JsonNode values) {
    List<String> shown =
        StreamSupport.stream(values.spliterator(), false)
            .limit(VALUES_MAX)
            .map(JsonNode::toString)
            .toList();
    int more = values.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and %d more".formatted(more) : "");
  }

  /** In draft 4 the exclusive ones are true or false, and say it of the other two. */
  private static void addLimit(
      List<String> rules,
      JsonNode schema,
      String keyword,
      String exclusive,
      String inclusivePhrase,
      String exclusivePhrase) {
    boolean isExclusive = schema.path(exclusive).asBoolean(false);
    addNumber(rules, schema, keyword, isExclusive ? exclusivePhrase : inclusivePhrase);
    addNumber(rules, schema, exclusive, exclusivePhrase);
  }

  private static void addNumber(
      List<String> rules, JsonNode schema, String keyword, String phrase) {
    Measures.of(schema, keyword).map(Measures::plain).map(phrase::formatted).ifPresent(rules::add);
  }
}
