package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Bounds what one validation can cost: depth, number of schemas with every reference unfolded,
 * patterns that run in linear time, and nothing loaded from elsewhere.
 */
final class SchemaLimits {

  static final int TEXT_BYTES_MAX = 256 * 1024;
  private static final int DEPTH_MAX = 20;
  private static final int SCHEMAS_MAX = 5_000;
  private static final int PATTERN_PROPERTIES_MAX = 20;
  private static final int PATTERN_LENGTH_MAX = 500;
  private static final Set<String> DYNAMIC = Set.of("$dynamicRef", "$recursiveRef");

  private final References references;
  private final List<SchemaProblem> problems = new ArrayList<>();
  private int patternProperties;

  SchemaLimits(References references) {
    this.references = references;
  }

  List<SchemaProblem> check(JsonNode root) {
    SubSchemas.visit(root, this::check);
    if (problems.isEmpty()) {
      requireBoundedUnfolding(root);
    }
    return problems;
  }

  private void check(SubSchemas.Place place) {
    if (place.depth() > DEPTH_MAX) {
      refuse(place.pointer(), "Schemas nest deeper than %d levels here.".formatted(DEPTH_MAX));
      return;
    }
    checkReference(place);
    checkPatterns(place);
    if (place.depth() > 0
        && (place.schema().path("$id").isTextual() || place.schema().path("id").isTextual())) {
      refuse(place.pointer(), "A schema within the schema must not have an $id of its own.");
    }
  }

  private void checkReference(SubSchemas.Place place) {
    for (String keyword : DYNAMIC) {
      if (place.schema().has(keyword)) {
        refuse(
            place.pointer() + "/" + keyword, "%s is not supported; use $ref.".formatted(keyword));
      }
    }
    JsonNode reference = place.schema().path("$ref");
    if (!reference.isTextual()) {
      return;
    }
    String pointer = place.pointer() + "/$ref";
    if (!References.isLocal(reference.textValue())) {
      refuse(
          pointer,
          "Nothing is loaded from elsewhere: a $ref must point into this document, such as \"#/$defs/name\".");
    } else if (references.target(reference.textValue()).isEmpty()) {
      refuse(pointer, "This $ref points at nothing in this document.");
    }
  }

  private void checkPatterns(SubSchemas.Place place) {
    JsonNode pattern = place.schema().path("pattern");
    if (pattern.isTextual()) {
      checkPattern(place.pointer() + "/pattern", pattern.textValue());
    }
    place
        .schema()
        .path("patternProperties")
        .properties()
        .forEach(
            e -> {
              if (++patternProperties == PATTERN_PROPERTIES_MAX + 1) {
                refuse(
                    place.pointer() + "/patternProperties",
                    "There are more than %d patternProperties.".formatted(PATTERN_PROPERTIES_MAX));
              }
              checkPattern(
                  JsonPointers.append(place.pointer() + "/patternProperties", e.getKey()),
                  e.getKey());
            });
  }

  private void checkPattern(String pointer, String pattern) {
    if (pattern.length() > PATTERN_LENGTH_MAX) {
      refuse(pointer, "The pattern is longer than %d characters.".formatted(PATTERN_LENGTH_MAX));
      return;
    }
    try {
      LinearRegularExpressions.compile(pattern);
    } catch (PatternSyntaxException e) {
      refuse(
          pointer,
          "The pattern cannot be used: \"%s\". Look-ahead, look-behind and back-references are not supported, because they can take for ever."
              .formatted(e.getDescription() == null ? pattern : e.getDescription()));
    }
  }

  private void requireBoundedUnfolding(JsonNode root) {
    IdentityHashMap<JsonNode, Integer> known = new IdentityHashMap<>();
    try {
      if (unfolded(root, new HashSet<>(), known) > SCHEMAS_MAX) {
        refuse(
            "",
            "With every $ref unfolded the schema has more than %d parts.".formatted(SCHEMAS_MAX));
      }
    } catch (CycleException e) {
      refuse("", "The reference \"%s\" leads back to itself.".formatted(e.reference));
    }
  }

  /**
   * How many schemas one validation may run through, capped; equal schemas cost the same, so one
   * look is enough.
   */
  private int unfolded(JsonNode schema, Set<String> open, IdentityHashMap<JsonNode, Integer> known)
      throws CycleException {
    Integer cost = known.get(schema);
    if (cost != null) {
      return cost;
    }
    List<SubSchemas.Place> within = new ArrayList<>();
    SubSchemas.visit(schema, within::add);
    long total = 0;
    for (SubSchemas.Place place : within) {
      total += 1;
      JsonNode reference = place.schema().path("$ref");
      if (reference.isTextual()) {
        total += unfoldedReference(reference.textValue(), open, known);
      }
    }
    int capped = (int) Math.min(total, SCHEMAS_MAX + 1L);
    known.put(schema, capped);
    return capped;
  }

  private int unfoldedReference(
      String reference, Set<String> open, IdentityHashMap<JsonNode, Integer> known)
      throws CycleException {
    if (!open.add(reference)) {
      throw new CycleException(reference);
    }
    int cost = unfolded(references.target(reference).orElseThrow(), open, known);
    open.remove(reference);
    return cost;
  }

  private void refuse(String pointer, String message) {
    problems.add(SchemaProblem.at(pointer, message));
  }

  private static final class CycleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reference;

    CycleException(String reference) {
      super(null, null, false, false);
      this.reference = reference;
    }
  }
}
