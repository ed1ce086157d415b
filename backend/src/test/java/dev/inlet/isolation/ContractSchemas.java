package dev.inlet.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.OpenApi30;
import dev.inlet.testing.OpenApiDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The schemas of the contract, which take no property that they do not name. */
final class ContractSchemas {

  private final ObjectNode components;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(OpenApi30.getInstance());
  private final Map<String, JsonNode> operations = new HashMap<>();

  ContractSchemas(ObjectNode document) {
    this.components = ((ObjectNode) document.get("components")).deepCopy();
    components
        .get("schemas")
        .forEach(
            schema -> {
              if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
              }
            });
    OpenApiDocument.forEachOperation(
        document, operation -> operations.put(operation.get("operationId").asText(), operation));
  }

  void requireRequest(String operation, @Nullable JsonNode body) {
    require(described(operation).path("requestBody"), body);
  }

  void requireAnswer(String operation, @Nullable JsonNode body) {
    require(OpenApiDocument.success(described(operation)), body);
  }

  private JsonNode described(String operation) {
    return Objects.requireNonNull(operations.get(operation), operation);
  }

  private void require(JsonNode described, @Nullable JsonNode body) {
    if (body == null || !described.path("content").elements().hasNext()) {
      return;
    }
    ObjectNode schema =
        ((ObjectNode) described.get("content").elements().next().get("schema")).deepCopy();
    schema.set("components", components);
    Schema compiled = registry.getSchema(schema);
    assertThat(compiled.validate(body)).as(body.toString()).isEmpty();
  }
}
