package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that might do for a property, the likeliest first. Whether one does, the schema says. */
final class SampleValues {

  private static final int LENGTH_MAX = 1_000;
  private static final int CANDIDATES_MAX = 40;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final Map<String, String> BY_FORMAT =
      Map.ofEntries(
          Map.entry("date", "2026-05-26"),
          Map.entry("date-time", "2026-05-26T09:30:00Z"),
          Map.entry("time", "09:30:00Z"),
          Map.entry("duration", "PT15M"),
          Map.entry("email", "homer@example.org"),
          Map.entry("idn-email", "homer@example.org"),
          Map.entry("hostname", "example.org"),
          Map.entry("idn-hostname", "example.org"),
          Map.entry("ipv4", "203.0.113.24"),
          Map.entry("ipv6", "2001:db8::1"),
          Map.entry("uri", "https://example.org/page"),
          Map.entry("uri-reference", "/page"),
          Map.entry("iri", "https://example.org/page"),
          Map.entry("iri-reference", "/page"),
          Map.entry("uri-template", "/page/{id}"),
          Map.entry("json-pointer", "/id"),
          Map.entry("relative-json-pointer", "0/id"),
          Map.entry("regex", "[a-z]+"),
          Map.entry("uuid", "018f0000-0000-4000-8000-000000000001"));

  private final String name;
  private final Set<JsonNode> values = new LinkedHashSet<>();

  private SampleValues(String name) {
    this.name = name;
  }

  /**
   * Candidates for a property.
   *
   * @param statements the schemas that speak of it
   */
  static List<JsonNode> of(SchemaProperty property, List<JsonNode> statements) {
    SampleValues samples = new SampleValues(property.name());
    statements.forEach(samples::addGiven);
    // Null is allowed beside something that says more.
    property.types().stream()
        .sorted((a, b) -> Boolean.compare(a.equals("null"), b.equals("null")))
        .forEach(type -> samples.addOfType(type, statements));
    return samples.values.stream().limit(CANDIDATES_MAX).toList();
  }

  /** What its author gave. */
  private void addGiven(JsonNode schema) {
    if (schema.has("const")) {
      values.add(schema.get("const"));
    }
    schema.path("examples").forEach(values::add);
    if (schema.has("default")) {
      values.add(schema.get("default"));
    }
    schema.path("enum").forEach(values::add);
  }

  private void addOfType(String type, List<JsonNode> statements) {
    switch (type) {
      case "string" -> statements.forEach(this::addText);
      case "integer" -> statements.forEach(schema -> addNumbers(schema, BigDecimal.ONE));
      case "number" -> statements.forEach(schema -> addNumbers(schema, HALF));
      case "boolean" -> {
        values.add(BooleanNode.TRUE);
        values.add(BooleanNode.FALSE);
      }
      default -> values.add(NullNode.getInstance());
    }
  }

  private void addText(JsonNode schema) {
    String ofFormat = BY_FORMAT.get(schema.path("format").asText());
    if (ofFormat != null) {
      addText(ofFormat);
    }
    if (schema.path("pattern").isTextual()) {
      SamplePattern.of(schema.get("pattern").textValue()).ifPresent(this::addText);
    }
    int least = Math.min(schema.path("minLength").asInt(0), LENGTH_MAX);
    int most = Math.min(schema.path("maxLength").asInt(LENGTH_MAX), LENGTH_MAX);
    StringBuilder text = new StringBuilder(name);
    while (text.codePointCount(0, text.length()) < least) {
      text.append('x');
    }
    int length = text.codePointCount(0, text.length());
    addText(text.substring(0, text.offsetByCodePoints(0, Math.min(length, Math.max(0, most)))));
  }

  private void addText(String text) {
    values.add(TextNode.valueOf(text));
  }

  private void addNumbers(JsonNode schema, BigDecimal step) {
    List<BigDecimal> numbers = new ArrayList<>(List.of(BigDecimal.ONE));
    for (String least : List.of("minimum", "exclusiveMinimum")) {
      Measures.of(schema, least).ifPresent(it -> numbers.addAll(List.of(it, it.add(step))));
    }
    for (String most : List.of("maximum", "exclusiveMaximum")) {
      Measures.of(schema, most).ifPresent(it -> numbers.addAll(List.of(it, it.subtract(step))));
    }
    Optional<BigDecimal> unit = Measures.of(schema, "multipleOf").filter(it -> it.signum() > 0);
    for (BigDecimal number : numbers) {
      unit.ifPresent(it -> addMultiples(number, it));
      addNumber(number.setScale(0, RoundingMode.CEILING));
      addNumber(number.setScale(0, RoundingMode.FLOOR));
      if (step.compareTo(BigDecimal.ONE) < 0) {
        addNumber(number);
      }
    }
    addNumber(BigDecimal.ZERO);
  }

  private void addMultiples(BigDecimal number, BigDecimal unit) {
    BigDecimal times = number.divide(unit, 0, RoundingMode.FLOOR);
    addNumber(times.multiply(unit));
    addNumber(times.add(BigDecimal.ONE).multiply(unit));
  }

  /** So that 1 is written, and not 1.0 or 1E+3. */
  private void addNumber(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    values.add(
        plain.scale() <= 0 && plain.precision() - plain.scale() <= 18
            ? JsonNodeFactory.instance.numberNode(plain.longValueExact())
            : DecimalNode.valueOf(plain));
  }
}
