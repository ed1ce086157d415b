package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.json.JsonPointers;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes up a payload for a schema: values that are likely, mended by what the validator says of
 * them. What it gives is valid; for some schemas it gives none.
 */
public final class SamplePayload {

  /** Each mends every property that is wrong, so that few are needed. */
  private static final int ROUNDS_MAX = 50;

  private static final int BRANCHES_MAX = 10;

  private final OrganizationId organization;
  private final CompiledSchema schema;
  private final Map<String, List<JsonNode>> candidates;
  private final Set<String> required;

  private SamplePayload(OrganizationId organization, JsonNode document, CompiledSchema schema) {
    this.organization = organization;
    this.schema = schema;
    PropertyStatements statements = PropertyStatements.of(document);
    this.candidates =
        schema.properties().stream()
            .collect(
                Collectors.toMap(
                    SchemaProperty::name,
                    property -> SampleValues.of(property, statements.all(property.name()))));
    this.required =
        schema.properties().stream()
            .filter(SchemaProperty::isRequired)
            .map(SchemaProperty::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * A valid payload, with as much in it as can be.
   *
   * @param organization whose schema it is
   * @param document the schema as it was written
   * @param schema the same, compiled
   * @return empty if none was found
   * @throws ProblemException UNAVAILABLE as {@link CompiledSchema#validate} does
   */
  public static Optional<JsonNode> of(
      OrganizationId organization, JsonNode document, CompiledSchema schema) {
    SamplePayload samples = new SamplePayload(organization, document, schema);
    return Stream.concat(given(document), samples.beginnings(document).map(samples::mended))
        .filter(payload -> schema.validate(organization, payload).isEmpty())
        .findFirst();
  }

  /** What the schema's author gave as examples of the whole. */
  private static Stream<JsonNode> given(JsonNode document) {
    return StreamSupport.stream(document.path("examples").spliterator(), false)
        .filter(JsonNode::isObject);
  }

  /** Everything that is described; what is required; and that with what each branch requires. */
  private Stream<Set<String>> beginnings(JsonNode document) {
    Set<String> everything = new LinkedHashSet<>(schema.propertyNames());
    Stream<Set<String>> branches =
        Stream.of("anyOf", "oneOf")
            .flatMap(keyword -> StreamSupport.stream(document.path(keyword).spliterator(), false))
            .limit(BRANCHES_MAX)
            .map(this::withRequiredOf);
    return Stream.concat(Stream.of(everything, required), branches);
  }

  private Set<String> withRequiredOf(JsonNode branch) {
    Set<String> names = new LinkedHashSet<>(required);
    branch.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private JsonNode mended(Set<String> names) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    Map<String, Integer> tried = new HashMap<>();
    names.forEach(name -> tryNext(payload, name, tried));
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Set<String> wrong = wrong(payload);
      ObjectNode before = payload.deepCopy();
      wrong.forEach(name -> tryNext(payload, name, tried));
      if (payload.equals(before)) {
        break; // valid, or nothing left to try
      }
    }
    return payload;
  }

  private Set<String> wrong(ObjectNode payload) {
    return schema.validate(organization, payload).stream()
        .map(violation -> JsonPointers.segments(violation.path()))
        .filter(segments -> !segments.isEmpty())
        .map(List::getFirst)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Puts the next candidate there; without any left it goes, if it may. */
  private void tryNext(ObjectNode payload, String name, Map<String, Integer> tried) {
    int next = tried.merge(name, 1, Integer::sum) - 1;
    List<JsonNode> values = candidates.getOrDefault(name, List.of());
    if (next < values.size()) {
      payload.set(name, values.get(next));
    } else if (!required.contains(name)) {
      payload.remove(name);
    }
  }
}
