package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.json.TextLocation;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks schema documents and compiles the sound ones. */
@Singleton
public class Schemas {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .formatAssertionsEnabled(true)
          .regularExpressionFactory(new LinearRegularExpressions())
          .build();

  /** Checks a document as its author typed it; problems carry line and column. */
  public SchemaCheck checkText(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > SchemaLimits.TEXT_BYTES_MAX) {
      return tooLong();
    }
    try {
      SchemaCheck check = check(JSON.read(text));
      List<SchemaProblem> located =
          check.problems().stream().map(problem -> located(problem, text)).toList();
      return new SchemaCheck(check.draft(), located, check.properties(), check.compiled());
    } catch (InvalidJsonException e) {
      SchemaProblem problem =
          SchemaProblem.at("", String.valueOf(e.getMessage())).in(e.line(), e.column());
      return new SchemaCheck(null, List.of(problem), List.of(), null);
    }
  }

  /** Checks a document that was parsed before. */
  public SchemaCheck check(JsonNode document) {
    if (!document.isObject()) {
      return refused("A JSON Schema is an object: it begins with { and ends with }.");
    }
    if (document.toString().length() > SchemaLimits.TEXT_BYTES_MAX) {
      return tooLong();
    }
    if (isDeeper(document, JsonLimits.DEFAULT.depth())) {
      return refused("The schema is nested too deep.");
    }
    JsonNode named = document.path("$schema");
    Draft draft =
        named.isMissingNode() ? Draft.DRAFT_2020_12 : Draft.named(named.asText()).orElse(null);
    if (draft == null || !(named.isMissingNode() || named.isTextual())) {
      return new SchemaCheck(
          null,
          List.of(
              SchemaProblem.at(
                  "/$schema",
                  "This draft is not known; Inlet knows %s.".formatted(Draft.labels()))),
          List.of(),
          null);
    }
    return check(withoutDraft(document), draft);
  }

  private static SchemaCheck check(JsonNode schema, Draft draft) {
    References references = new References(schema);
    List<SchemaProblem> beyondLimits = new SchemaLimits(references).check(schema);
    if (!beyondLimits.isEmpty()) {
      return new SchemaCheck(draft, beyondLimits, List.of(), null);
    }
    List<SchemaProblem> invalid = againstMetaSchema(schema, draft);
    if (!invalid.isEmpty()) {
      return new SchemaCheck(draft, listed(invalid), List.of(), null);
    }
    Flatness flatness = new Flatness(draft, references);
    List<SchemaProblem> nested = listed(flatness.check(schema));
    List<SchemaProperty> properties = flatness.properties();
    return nested.isEmpty()
        ? compiled(schema, draft, properties)
        : new SchemaCheck(draft, nested, properties, null);
  }

  private static SchemaCheck compiled(
      JsonNode schema, Draft draft, List<SchemaProperty> properties) {
    try {
      Schema compiled = registry(draft).getSchema(schema);
      return new SchemaCheck(
          draft, List.of(), properties, new CompiledSchema(compiled, properties));
    } catch (SchemaException e) {
      return new SchemaCheck(
          draft,
          List.of(SchemaProblem.at("", "The schema cannot be used: %s".formatted(e.getMessage()))),
          properties,
          null);
    }
  }

  private static List<SchemaProblem> againstMetaSchema(JsonNode schema, Draft draft) {
    Schema metaSchema = registry(draft).getSchema(SchemaLocation.of(draft.dialect().getId()));
    return Violations.of(metaSchema.validate(schema)).stream()
        .map(violation -> SchemaProblem.at(violation.path(), inMetaSchema(violation, draft)))
        .distinct()
        .toList();
  }

  private static String inMetaSchema(Violation violation, Draft draft) {
    return "This is not valid in JSON Schema %s: %s".formatted(draft.label(), violation.message());
  }

  /**
   * A registry per use: it keeps what it has seen, and no tenant's schema may be found by
   * another's.
   */
  static SchemaRegistry registry(Draft draft) {
    return SchemaRegistry.withDefaultDialect(
        draft.dialect(), builder -> builder.schemaRegistryConfig(CONFIG).schemaCacheEnabled(false));
  }

  /** The draft is settled; an empty or misspelt {@code $schema} must not reach the validator. */
  private static JsonNode withoutDraft(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    copy.remove("$schema");
    copy.remove("$id");
    copy.remove("id");
    return copy;
  }

  private static SchemaProblem located(SchemaProblem problem, String text) {
    TextLocation location = JSON.locate(text, problem.pointer());
    return problem.in(location.line(), location.column());
  }

  private static List<SchemaProblem> listed(List<SchemaProblem> problems) {
    return problems.subList(0, Math.min(problems.size(), SchemaLimits.PROBLEMS_MAX));
  }

  private static boolean isDeeper(JsonNode value, int levels) {
    if (levels < 0) {
      return true;
    }
    for (JsonNode child : value) {
      if (isDeeper(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }

  private static SchemaCheck tooLong() {
    return refused(
        "The schema is longer than %d KiB.".formatted(SchemaLimits.TEXT_BYTES_MAX / 1024));
  }

  private static SchemaCheck refused(String message) {
    return new SchemaCheck(null, List.of(SchemaProblem.at("", message)), List.of(), null);
  }
}
