package dev.inlet.webhooks.senders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What bodies of answers look like. */
final class AnswerBody {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AnswerBody() {}

  static ObjectNode example(int status) {
    ObjectNode body = JSON.objectNode().put("success", status < 400);
    if (status == 400) {
      body.putArray("validationErrors")
          .addObject()
          .put("path", "/count")
          .put("keyword", "type")
          .put("message", "count must be a whole number, but it is text.");
    } else if (status > 400 && status != 404) {
      body.put("error", "…");
    }
    return body;
  }

  /** A JSON Schema of all of them. */
  static ObjectNode schema() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putArray("required").add("success");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("success").put("type", "boolean");
    properties
        .putObject("error")
        .put("type", "string")
        .put("description", "What is wrong, as a sentence for people.");
    ObjectNode violation =
        properties.putObject("validationErrors").put("type", "array").putObject("items");
    violation.put("type", "object");
    violation.putArray("required").add("path").add("keyword").add("message");
    ObjectNode parts = violation.putObject("properties");
    parts.putObject("path").put("type", "string").put("description", "A JSON Pointer.");
    parts.putObject("keyword").put("type", "string");
    parts.putObject("message").put("type", "string");
    return schema;
  }
}
