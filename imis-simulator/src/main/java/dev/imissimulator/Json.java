package dev.imissimulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;

/**
 * JSON as iMIS's Newtonsoft serializer writes it: {@code $type} first, then the members in order.
 */
final class Json {
  static final String CONTRACTS = "Asi.Soa.Core.DataContracts.";
  static final String ASSEMBLY = ", Asi.Contracts";

  private static final String STRINGS =
      "System.Collections.ObjectModel.Collection`1[[System.String, mscorlib]], mscorlib";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Decimals keep their scale, as .NET's do: 1.50 is not 1.5. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a JSON object.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static ObjectNode object(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("This is no JSON object.", e);
    }
  }

  static ObjectNode object() {
    return NODES.objectNode();
  }

  /** An object whose type is one of iMIS's contracts. */
  static ObjectNode contract(String name) {
    return typed(CONTRACTS + name + ASSEMBLY);
  }

  static ObjectNode typed(String type) {
    return object().put("$type", type);
  }

  static ObjectNode collection(String contract, Collection<? extends JsonNode> values) {
    return withValues(contract(contract), values);
  }

  static ObjectNode identity(String entityName, List<String> elements) {
    ArrayNode values = NODES.arrayNode();
    elements.forEach(values::add);
    ObjectNode identity = contract("IdentityData").put("EntityTypeName", entityName);
    identity.set("IdentityElements", typed(STRINGS).set("$values", values));
    return identity;
  }

  static ObjectNode property(String name) {
    return contract("GenericPropertyData").put("Name", name);
  }

  /** A page of a list, whose items are all of the type {@code itemType}. */
  static ObjectNode page(String itemType, Page<? extends JsonNode> page) {
    ObjectNode paged = typed(CONTRACTS + "PagedResult`1[[" + itemType + "]]" + ASSEMBLY);
    ObjectNode items = typed("System.Collections.Generic.List`1[[" + itemType + "]], mscorlib");
    paged.set("Items", withValues(items, page.items()));
    return paged
        .put("Offset", page.offset())
        .put("Limit", page.limit())
        .put("Count", page.items().size())
        .put("TotalCount", page.total())
        .putNull("NextPageLink")
        .put("HasNext", page.hasNext())
        .put("NextOffset", page.nextOffset());
  }

  private static ObjectNode withValues(ObjectNode object, Collection<? extends JsonNode> values) {
    object.putArray("$values").addAll(values);
    return object;
  }
}
