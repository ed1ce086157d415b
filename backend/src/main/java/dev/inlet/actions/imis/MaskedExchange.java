package dev.inlet.actions.imis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.platform.json.Mask;
import dev.inlet.platform.json.SharedBuffers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An insertion as it is told to whoever may not know some of its fields. What Inlet wrote is known
 * to the letter, so those fields alone are masked. iMIS answers what it likes, such as a
 * description made of several fields or a date in its own spelling: only what is known to be
 * something else is shown of that, and what is empty; nothing at all is of a refusal.
 */
final class MaskedExchange {

  private static final ObjectMapper JSON =
      JsonMapper.builder(SharedBuffers.factory().build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final TextNode MASK = TextNode.valueOf(Mask.TEXT);
  private static final Set<String> TYPES =
      Set.of("$type", "EntityTypeName", "PrimaryParentEntityTypeName", "Name");

  private final Set<String> untold = new HashSet<>();
  private final boolean isOwnerUntold;

  MaskedExchange(Set<String> fields, String owner) {
    fields.forEach(field -> untold.add(key(field)));
    this.isOwnerUntold = untold.contains(key(owner));
  }

  Exchange of(Exchange exchange) {
    JsonNode request = read(exchange.request());
    if (request == null) {
      return new Exchange(Mask.TEXT, exchange.status(), masked(exchange.response()));
    }
    Set<String> told = new HashSet<>();
    maskSent(request, told);
    return new Exchange(
        request.toString(),
        exchange.status(),
        response(exchange.status(), exchange.response(), told));
  }

  /** A zero is none: shown where nothing was sent, it would tell where a zero was. */
  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().isBlank());
  }

  private @Nullable String response(
      @Nullable Integer status, @Nullable String response, Set<String> told) {
    if (response == null || response.isBlank()) {
      return response;
    }
    boolean isSuccess = status != null && status >= 200 && status < 300;
    JsonNode answer = isSuccess ? read(response) : null;
    if (answer == null || !answer.isObject()) {
      return Mask.TEXT;
    }
    maskAnswered(answer, told);
    return answer.toString();
  }

  /** Masks the fields, and gathers the names of all others. */
  private void maskSent(JsonNode node, Set<String> told) {
    if (node instanceof ObjectNode property && property.path("Name").isTextual()) {
      String name = key(property.get("Name").textValue());
      if (untold.contains(name)) {
        property.set("Value", MASK);
      } else {
        told.add(name);
      }
    }
    maskIdentity(node);
    for (JsonNode child : node) {
      maskSent(child, told);
    }
  }

  private void maskAnswered(JsonNode node, Set<String> told) {
    maskIdentity(node);
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isContainerNode()) {
          maskAnswered(array.get(i), told);
        } else if (!isNothing(array.get(i))) {
          array.set(i, MASK);
        }
      }
    } else if (node instanceof ObjectNode object) {
      boolean isTold = told.contains(key(object.path("Name").asText()));
      for (String member : Set.copyOf(names(object))) {
        JsonNode value = object.get(member);
        if (TYPES.contains(member)
            || member.equals("IdentityElements")
            || (member.equals("Value") && isTold)) {
          continue;
        }
        if (value.isContainerNode()) {
          maskAnswered(value, told);
        } else if (!isNothing(value)) {
          object.set(member, MASK);
        }
      }
    }
  }

  private void maskIdentity(JsonNode node) {
    if (isOwnerUntold && node instanceof ObjectNode object && object.has("IdentityElements")) {
      object.set("IdentityElements", MASK);
    }
  }

  private static Set<String> names(ObjectNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null ? null : Mask.TEXT;
  }

  private static @Nullable JsonNode read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (JsonProcessingException e) {
      return null; // cut, or not JSON
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
