package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Definitions;
import org.junit.jupiter.api.Test;

class EmbeddedSchemaTest {

  @Test
  void referencesPointToWhereTheyStandAndTextsThatLookLikeOnesStay() {
    JsonNode schema =
        Definitions.read(
            """
            {"$id":"https://example.org/x","type":"object","$defs":{"a":{"$ref":"#/unknown/b"}},
             "unknown":{"b":{"$ref":"#/$defs/c"}},
             "properties":{"x":{"$ref":"#/$defs/a"},"$ref":{"const":"#/$defs/a"},
                           "y":{"enum":[{"$ref":"#/$defs/a"}]}}}""");

    JsonNode embedded = EmbeddedSchema.of(schema, Draft.DRAFT_2020_12, "/components/schemas/P");

    assertThat(embedded.has("$id")).isFalse();
    assertThat(embedded.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(embedded.at("/properties/x/$ref").asText())
        .isEqualTo("#/components/schemas/P/$defs/a");
    assertThat(embedded.at("/$defs/a/$ref").asText()).isEqualTo("#/components/schemas/P/unknown/b");
    assertThat(embedded.at("/unknown/b/$ref").asText()).isEqualTo("#/components/schemas/P/$defs/c");
    assertThat(embedded.at("/properties/$ref/const").asText()).isEqualTo("#/$defs/a");
    assertThat(embedded.at("/properties/y/enum/0/$ref").asText()).isEqualTo("#/$defs/a");
  }
}
