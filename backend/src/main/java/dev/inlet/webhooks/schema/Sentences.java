package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.inlet.platform.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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
    String property = property(error);
    String path = property == null ? at : JsonPointers.append(at, property);
    return new Violation(path, error.getKeyword(), subject(path) + " " + predicate(error) + ".");
  }

  /** The property that is missing or too much, where that is what the error is about. */
  private static @Nullable String property(Error error) {
    return error.getKeyword().equals("dependentRequired")
        ? String.valueOf(error.getArguments()[0])
        : error.getProperty();
  }

  /** How a value is called in a sentence. */
  static String subject(String pointer) {
    List<String> segments = JsonPointers.segments(pointer);
    return segments.isEmpty()
        ? "The body"
        : segments.stream().map(Sentences::cut).collect(Collectors.joining("."));
  }

  private static String predicate(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> "must be %s, but it is %s".formatted(types(limit), type(error));
      case "required", "dependentRequired" -> "is missing; it is required";
      case "dependencies" ->
          "must not come without: %s".formatted(values(limit.path(error.getProperty())));
      case "format" -> "must be %s".formatted(format(limit.asText()));
      case "enum" -> "must be one of: %s".formatted(values(limit));
      case "const" -> "must be %s".formatted(cut(limit.toString()));
      case "minLength" ->
          "must have at least %s".formatted(count(limit, "character", "characters"));
      case "maxLength" -> "must have at most %s".formatted(count(limit, "character", "characters"));
      case "pattern" -> "must match the pattern %s".formatted(limit.asText());
      case "minimum" ->
          (isAtLimit(error) ? "must be greater than %s" : "must be at least %s")
              .formatted(number(limit));
      case "maximum" ->
          (isAtLimit(error) ? "must be less than %s" : "must be at most %s")
              .formatted(number(limit));
      case "exclusiveMinimum" -> "must be greater than %s".formatted(number(limit));
      case "exclusiveMaximum" -> "must be less than %s".formatted(number(limit));
      case "multipleOf", "divisibleBy" -> "must be a multiple of %s".formatted(number(limit));
      case "additionalProperties", "unevaluatedProperties", "false" -> "is not expected here";
      case "propertyNames" -> "has a name that is not allowed";
      case "minProperties" ->
          "must have at least %s".formatted(count(limit, "property", "properties"));
      case "maxProperties" ->
          "must have at most %s".formatted(count(limit, "property", "properties"));
      case "uniqueItems" -> "must not list anything twice";
      case "minItems" -> "must have at least %s".formatted(count(limit, "entry", "entries"));
      case "maxItems" -> "must have at most %s".formatted(count(limit, "entry", "entries"));
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

  /** In draft-04 alone a limit may exclude itself, by a keyword of its own. */
  private static boolean isAtLimit(Error error) {
    JsonNode value = error.getInstanceNode();
    return value.isNumber()
        && value.decimalValue().compareTo(error.getSchemaNode().decimalValue()) == 0;
  }

  private static String number(JsonNode limit) {
    return limit.isNumber() ? limit.decimalValue().toPlainString() : limit.asText();
  }

  private static String count(JsonNode limit, String one, String many) {
    String number = number(limit);
    return number + " " + (number.equals("1") ? one : many);
  }

  private static String type(Error error) {
    JsonNode value = error.getInstanceNode();
    JsonType type = JsonType.of(value);
    if (type == JsonType.INTEGER && !value.isIntegralNumber()) {
      return "written with a decimal point"; // which draft-04 alone minds
    }
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
        .map(value -> cut(value.toString()))
        .collect(Collectors.joining(", "));
  }

  private static String cut(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
