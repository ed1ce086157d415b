package dev.inlet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Webhook definitions for tests. */
public final class Definitions {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whose payloads are validated, where that is of no importance. */
  public static final OrganizationId SOMEBODY = new OrganizationId(Ids.next());

  /** The sample schema of the product description, its blanks filled in. */
  public static final String SAMPLE_SCHEMA =
      """
      {
          "$schema": "",
          "type": "object",
          "properties": {
              "firstName": {
                  "type": "string"
              },
              "lastName": {
                  "type": "string"
              },
              "date": {
                  "type": "string",
                  "format": "date"
              },
              "dateTime": {
                  "type": "string",
                  "format": "date-time"
              },
              "count": {
                  "type": "integer"
              },
              "amount": {
                  "type": "number"
              }
          },
          "required": [
              "firstName",
              "lastName"
          ]
      }
      """;

  /** A payload of that schema. */
  public static final String SAMPLE_PAYLOAD =
      """
      {"firstName":"Homer","lastName":"Simpson","date":"2021-05-26","dateTime":"2021-05-26T14:30:00Z",
       "count":3,"amount":12.5}
      """;

  private Definitions() {}

  /** The product description's example: sample schema, sample mapping. */
  public static ObjectNode sample() {
    return activity(
        SAMPLE_SCHEMA,
        // In an order that stays: examples of the contract are made of it.
        new TreeMap<>(
            Map.of(
                "ACTIVITY_TYPE", "TEST",
                "PartyId", "101",
                "CATEGORY", "DATE:$$date$$",
                "NOTE", "First name: $$firstName$$, Last name: $$lastName$$",
                "TRANSACTION_DATE", "$$dateTime$$")));
  }

  public static ObjectNode activity(String schema, Map<String, String> mapping) {
    return definition(schema, JSON.createObjectNode().put("type", "imis.activity"), mapping);
  }

  /** What a contact would like to help with, into the simulator's panel. */
  public static ObjectNode interest(Map<String, String> mapping) {
    String schema =
        """
        {"type":"object","properties":{"id":{"type":"string"},"interest":{"type":"string"},"hours":{"type":"number"},
         "since":{"type":"string","format":"date-time"},"active":{"type":"boolean"}}}
        """;
    return panel("Volunteer_Interests", schema, mapping);
  }

  public static ObjectNode panel(String panel, String schema, Map<String, String> mapping) {
    ObjectNode action = JSON.createObjectNode().put("type", "imis.panel").put("panel", panel);
    return definition(schema, action, mapping);
  }

  private static ObjectNode definition(
      String schema, ObjectNode action, Map<String, String> mapping) {
    ArrayNode fields = action.putArray("mapping");
    mapping.forEach((field, value) -> fields.addObject().put("field", field).put("value", value));
    ObjectNode definition = JSON.createObjectNode().put("name", "Sample");
    definition.set("schema", read(schema));
    definition.set("action", action);
    return definition;
  }

  public static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
