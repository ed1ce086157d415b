package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;

/**
 * A schema that was found sound, ready to validate any number of payloads on any number of threads.
 */
public final class CompiledSchema {

  private final Schema schema;
  private final List<SchemaProperty> properties;

  CompiledSchema(Schema schema, List<SchemaProperty> properties) {
    this.schema = schema;
    this.properties = List.copyOf(properties);
  }

  /**
   * Every violation; none if the payload is valid.
   *
   * @param organization whose payload it is
   * @throws ProblemException UNAVAILABLE if it takes much, and it was not the organization's turn
   */
  public List<Violation> validate(OrganizationId organization, JsonNode payload) {
    try {
      return Violations.of(
          ValidationBudget.of(
              organization,
              () -> schema.validate(BoundedExecution.of(schema), payload, OutputFormat.DEFAULT)));
    } catch (ValidationBudget.SpentException e) {
      return List.of(
          new Violation(
              "",
              "cost",
              "The body has more than can be checked against this schema: send less at once, or make the schema simpler."));
    }
  }

  /** The properties that the schema describes, in its own order. */
  public List<SchemaProperty> properties() {
    return properties;
  }

  public List<String> propertyNames() {
    return properties.stream().map(SchemaProperty::name).toList();
  }
}
