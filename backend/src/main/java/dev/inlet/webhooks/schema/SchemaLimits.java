package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what one validation can cost: depth, number of schemas with every reference unfolded,
 * patterns that run in linear time, and nothing loaded from elsewhere.
 */
final class SchemaLimits {

  static final int TEXT_BYTES_MAX = 256 * 1024;
  static final int PROBLEMS_MAX = 100;

  private static final int DEPTH_MAX = 20;
  private static final int SCHEMAS_MAX = 5_000;
  private static final int REFERENCES_MAX = 50;
  private static final int NAME_LENGTH_MAX = 500;
  private static final int PATTERN_PROPERTIES_MAX = 20;
  private static final int ALIKE_VALUES_MAX = 20;
  private static final int VALUE_LENGTH_MAX = 1_000;

  /** A pattern of so many instructions counts as much as a schema. */
  private static final int SCHEMA_SIZE = 20;

  private static final List<String> DYNAMIC = List.of("$dynamicRef", "$recursiveRef");

  private final References references;
  private final List<SchemaProblem> problems = new ArrayList<>();

  /** Where references lead that was not visited on the way down; unknown keywords hold schemas. */
  private final Deque<String> targets = new ArrayDeque<>();

  private int patternProperties;

  SchemaLimits(References references) {
    this.references = references;
  }

  List<SchemaProblem> check(JsonNode root) {
    IdentityHashMap<JsonNode, Boolean> visited = new IdentityHashMap<>();
    visit(root, "", visited);
    while (!targets.isEmpty()) {
      String reference = targets.pop();
      references
          .target(reference)
          .filter(target -> !visited.containsKey(target))
          .ifPresent(target -> visit(target, References.pointer(reference), visited));
    }
    if (problems.isEmpty()) {
      requireBoundedUnfolding(root);
    }
    return problems;
  }

  private void visit(JsonNode schema, String pointer, IdentityHashMap<JsonNode, Boolean> visited) {
    SubSchemas.visit(
        schema,
        pointer,
        place -> {
          visited.put(place.schema(), true);
          check(place);
        });
  }

  private void check(SubSchemas.Place place) {
    if (place.depth() > DEPTH_MAX) {
      refuse(place, "", "Schemas nest deeper than %d levels here.".formatted(DEPTH_MAX));
      return;
    }
    String name = place.name();
    if (name != null && name.length() > NAME_LENGTH_MAX) {
      refuse(place, "", "The name is longer than %d characters.".formatted(NAME_LENGTH_MAX));
      return;
    }
    checkReference(place);
    checkPatterns(place);
    checkValues(place);
    if (place.parent() != null || !place.keyword().isEmpty()) {
      refuseIdentity(place);
    }
  }

  private void refuseIdentity(SubSchemas.Place place) {
    if (place.schema().path("$id").isTextual() || place.schema().path("id").isTextual()) {
      refuse(place, "", "A schema within the schema must not have an $id of its own.");
    }
    if (place.schema().has("$schema")) {
      refuse(place, "/$schema", "Only the top of the document may say $schema.");
    }
  }

  private void checkReference(SubSchemas.Place place) {
    for (String keyword : DYNAMIC) {
      if (place.schema().has(keyword)) {
        refuse(place, "/" + keyword, "%s is not supported; use $ref.".formatted(keyword));
      }
    }
    JsonNode reference = place.schema().path("$ref");
    if (!reference.isTextual()) {
      return;
    }
    if (!References.isLocal(reference.textValue())) {
      refuse(
          place,
          "/$ref",
          "Nothing is loaded from elsewhere: a $ref must point into this document, such as \"#/$defs/name\".");
    } else if (references.target(reference.textValue()).isEmpty()) {
      refuse(place, "/$ref", "This $ref points at nothing in this document.");
    } else {
      targets.add(reference.textValue());
    }
  }

  private void checkPatterns(SubSchemas.Place place) {
    JsonNode pattern = place.schema().path("pattern");
    if (pattern.isTextual()) {
      checkPattern(place, "/pattern", pattern.textValue());
    }
    for (Map.Entry<String, JsonNode> named :
        place.schema().path("patternProperties").properties()) {
      if (++patternProperties == PATTERN_PROPERTIES_MAX + 1) {
        refuse(
            place,
            "/patternProperties",
            "There are more than %d patternProperties.".formatted(PATTERN_PROPERTIES_MAX));
      }
      checkPattern(
          place, JsonPointers.append("/patternProperties", named.getKey()), named.getKey());
    }
  }

  private void checkPattern(SubSchemas.Place place, String below, String pattern) {
    if (pattern.length() > LinearRegularExpressions.LENGTH_MAX) {
      refuse(
          place,
          below,
          "The pattern is longer than %d characters."
              .formatted(LinearRegularExpressions.LENGTH_MAX));
      return;
    }
    if (PatternSize.of(pattern) > LinearRegularExpressions.SIZE_MAX) {
      refuse(place, below, "The pattern repeats too much, too often: its counts multiply.");
      return;
    }
    try {
      LinearRegularExpressions.compile(pattern);
    } catch (PatternSyntaxException e) {
      refuse(place, below, "The pattern cannot be used: %s.".formatted(reason(e.getDescription())));
    }
  }

  private static String reason(@Nullable String description) {
    String said = description == null ? "it is not a regular expression" : description;
    return switch (said) {
      case "invalid or unsupported Perl syntax", "invalid named capture" ->
          "look-ahead, look-behind and the like are not supported, because they can take for ever";
      case "invalid escape sequence" ->
          "a \\ stands before a character that needs none; back-references such as \\1 are not supported, because they can take for ever";
      case "invalid repeat count" -> "a part may be repeated 1000 times at most";
      default -> said;
    };
  }

  /**
   * Each value of a payload is looked up among them by its hash, and each that is none of them is
   * told so.
   */
  private void checkValues(SubSchemas.Place place) {
    requireShort(place, "/const", place.schema().path("const"));
    Map<Integer, Integer> alike = new HashMap<>();
    for (JsonNode value : place.schema().path("enum")) {
      requireShort(place, "/enum", value);
      if (alike.merge(value.hashCode(), 1, Integer::sum) > ALIKE_VALUES_MAX) {
        refuse(
            place,
            "/enum",
            "More than %d of these values have the same hash, which makes looking one up slow."
                .formatted(ALIKE_VALUES_MAX));
        return;
      }
    }
  }

  private void requireShort(SubSchemas.Place place, String below, JsonNode value) {
    if (value.toString().length() > VALUE_LENGTH_MAX) {
      refuse(
          place,
          below,
          "A value that others are compared with is longer than %d characters."
              .formatted(VALUE_LENGTH_MAX));
    }
  }

  private void requireBoundedUnfolding(JsonNode root) {
    try {
      if (unfolded(root, new HashSet<>(), new IdentityHashMap<>()) > SCHEMAS_MAX) {
        refuse(
            "",
            "With every $ref unfolded the schema has more than %d parts.".formatted(SCHEMAS_MAX));
      }
    } catch (UnboundedException e) {
      refuse("", e.sentence);
    }
  }

  /**
   * How many schemas one validation may run through, capped; equal schemas cost the same, so one
   * look is enough.
   */
  private int unfolded(JsonNode schema, Set<String> open, Map<JsonNode, Integer> known)
      throws UnboundedException {
    Integer cost = known.get(schema);
    if (cost != null) {
      return cost;
    }
    List<SubSchemas.Place> within = new ArrayList<>();
    SubSchemas.visit(schema, within::add);
    long total = 0;
    for (SubSchemas.Place place : within) {
      total += 1 + patternSize(place.schema()) / SCHEMA_SIZE;
      JsonNode reference = place.schema().path("$ref");
      if (reference.isTextual()) {
        total += unfoldedReference(reference.textValue(), open, known);
      }
    }
    int capped = (int) Math.min(total, SCHEMAS_MAX + 1L);
    known.put(schema, capped);
    return capped;
  }

  private static long patternSize(JsonNode schema) {
    long size = PatternSize.of(schema.path("pattern").asText(""));
    for (Map.Entry<String, JsonNode> named : schema.path("patternProperties").properties()) {
      size += PatternSize.of(named.getKey());
    }
    return size;
  }

  private int unfoldedReference(String reference, Set<String> open, Map<JsonNode, Integer> known)
      throws UnboundedException {
    if (!open.add(reference)) {
      throw new UnboundedException(
          "The reference \"%s\" leads back to itself.".formatted(reference));
    }
    if (open.size() > REFERENCES_MAX) {
      throw new UnboundedException(
          "A $ref leads to a $ref, and so on, more than %d times.".formatted(REFERENCES_MAX));
    }
    int cost = unfolded(references.target(reference).orElseThrow(), open, known);
    open.remove(reference);
    return cost;
  }

  private void refuse(SubSchemas.Place place, String below, String message) {
    if (problems.size() < PROBLEMS_MAX) {
      refuse(place.pointer() + below, message);
    }
  }

  private void refuse(String pointer, String message) {
    problems.add(SchemaProblem.at(pointer, message));
  }

  private static final class UnboundedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    UnboundedException(String sentence) {
      super(null, null, false, false);
      this.sentence = sentence;
    }
  }
}
