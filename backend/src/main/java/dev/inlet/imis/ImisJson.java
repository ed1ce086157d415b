package dev.inlet.imis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.inlet.platform.json.SharedBuffers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what iMIS answers, which may be JSON, a JSON string, plain text, HTML or nothing. */
final class ImisJson {

  private static final ObjectMapper MAPPER = new ObjectMapper(SharedBuffers.factory().build());
  private static final int MESSAGES_MAX = 20;
  private static final int MESSAGE_LENGTH_MAX = 500;

  /** As the journal takes them; iMIS makes none that long. */
  private static final int IDENTITY_LENGTH_MAX = 200;

  private ImisJson() {}

  /** The answer's JSON, or a missing node if it is something else. */
  static JsonNode parse(ImisAnswer answer) {
    try {
      JsonNode node = MAPPER.readTree(answer.body());
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      // Not JSON, or in no encoding that JSON has.
      return MissingNode.getInstance();
    }
  }

  static boolean isEntity(JsonNode body) {
    return body.isObject() && body.path("Properties").isObject();
  }

  /** What an entity is known by; empty if it does not say, or says what cannot be an identity. */
  static String firstIdentityElement(JsonNode entity) {
    String identity =
        entity.path("Identity").path("IdentityElements").path("$values").path(0).asText("");
    return identity.length() > IDENTITY_LENGTH_MAX ? "" : identity;
  }

  /** The sentences of a ValidationResultsData; none if the body is not one. */
  static List<String> validationMessages(JsonNode body) {
    List<String> messages = new ArrayList<>();
    for (JsonNode error : body.path("Errors").path("$values")) {
      String message = error.path("Message").asText("").strip();
      if (!message.isEmpty() && messages.size() < MESSAGES_MAX) {
        messages.add(sentence(message));
      }
    }
    return messages;
  }

  private static String sentence(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    String cut =
        line.length() > MESSAGE_LENGTH_MAX ? line.substring(0, MESSAGE_LENGTH_MAX) + "…" : line;
    return cut.matches(".*[.!?…]") ? cut : cut + ".";
  }
}
