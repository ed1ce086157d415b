package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.inlet.platform.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Says what is wrong to somebody who has never seen a validator. The payload's own values are never
 * repeated: they may be somebody's secrets, and the answer goes to whoever called.
 */
final class Sentences {

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date", "a date such as 2021-05-26"),
          Map.entry("date-time", "a date and time such as 2021-05-26T14:30:00Z"),
          Map.entry("time", "a time with an offset, such as 14:30:00Z"),
          Map.entry("duration", "a duration such as P3DT4H"),
          Map.entry("email", "an e-mail address"),
          Map.entry("idn-email", "an e-mail address"),
          Map.entry("hostname", "a host name"),
          Map.entry("ipv4", "an IPv4 address"),
          Map.entry("ipv6", "an IPv6 address"),
          Map.entry("uri", "a complete web address (URI)"),
          Map.entry("uuid", "a UUID"),
          Map.entry("regex", "a regular expression"));

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "null", "null",
          "object", "an object",
          "array", "a list");

  private Sentences() {}

  static Violation of(Error error) {
    String at = Violations.pointer(error.getInstanceLocation());
    String path = error.getProperty() == null ? at : JsonPointers.append(at, error.getProperty());
    return new Violation(path, error.getKeyword(), subject(path) + " " + predicate(error) + ".");
  }

  /** How a value is called in a sentence. */
  static String subject(String pointer) {
    List<String> segments = JsonPointers.segments(pointer);
    return segments.isEmpty() ? "The body" : String.join(".", segments);
  }

  private static String predicate(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" ->
          "must be %s, but it is %s".formatted(types(limit), type(error.getInstanceNode()));
      case "required", "dependentRequired" -> "is missing; it is required";
      case "format" -> "must be %s".formatted(format(limit.asText()));
      case "enum" -> "must be one of: %s".formatted(values(limit));
      case "const" -> "must be %s".formatted(limit);
      case "minLength" -> "must have at least %s characters".formatted(limit);
      case "maxLength" -> "must have at most %s characters".formatted(limit);
      case "pattern" -> "must match the pattern %s".formatted(limit.asText());
      case "minimum" -> "must be at least %s".formatted(limit);
      case "maximum" -> "must be at most %s".formatted(limit);
      case "exclusiveMinimum" -> "must be greater than %s".formatted(limit);
      case "exclusiveMaximum" -> "must be less than %s".formatted(limit);
      case "multipleOf", "divisibleBy" -> "must be a multiple of %s".formatted(limit);
      case "additionalProperties", "unevaluatedProperties" -> "is not expected here";
      case "propertyNames" -> "has a name that is not allowed";
      case "minProperties" -> "must have at least %s properties".formatted(limit);
      case "maxProperties" -> "must have at most %s properties".formatted(limit);
      case "not" -> "has a value that is not allowed";
      default -> "breaks the rule \"%s\" of the schema".formatted(error.getKeyword());
    };
  }

  private static String types(JsonNode type) {
    return type.isTextual()
        ? TYPES.getOrDefault(type.textValue(), type.textValue())
        : StreamSupport.stream(type.spliterator(), false)
            .map(one -> TYPES.getOrDefault(one.asText(), one.asText()))
            .collect(Collectors.joining(" or "));
  }

  private static String type(JsonNode value) {
    JsonType type = JsonType.of(value);
    return type == JsonType.BOOLEAN
        ? value.asText()
        : TYPES.getOrDefault(type.keyword(), type.keyword());
  }

  private static String format(String format) {
    return FORMATS.getOrDefault(format, "in the format \"%s\"".formatted(format));
  }

  private static String values(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .limit(20)
        .map(JsonNode::toString)
        .collect(Collectors.joining(", "));
  }
}
