package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.List;

/**
 * A schema of Inlet's own, which is trusted: what it describes may nest, and costs what it costs.
 */
public final class FixedSchema {

  private final Schema schema;

  /** Compiles a document of JSON Schema 2020-12. */
  public FixedSchema(JsonNode document) {
    this.schema = Schemas.registry(Draft.DRAFT_2020_12).getSchema(document);
  }

  /** Every violation; none if the value is valid. */
  public List<Violation> validate(JsonNode value) {
    return Violations.of(schema.validate(value));
  }
}
