package dev.inlet.webhooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A value template: static text, {@code $$property$$}, or both mixed; {@code $$$$} is a literal
 * {@code $$}. {@code $$$amount$$} is an amount of dollars, a {@code $} and then the property,
 * unless the property's own name is {@code $amount}. Parsed once, immutable.
 */
public final class Template {

  private static final String MARK = "$$";

  /** More than the largest body brings. */
  static final int RENDERED_LENGTH_MAX = 2 * 1024 * 1024;

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Parses a template.
   *
   * @param properties the names that can be referred to; others are kept as they are written
   * @throws TemplateException if a reference is not closed or has no name
   */
  public static Template parse(String text, Collection<String> properties)
      throws TemplateException {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int mark = text.indexOf(MARK, at);
      if (mark < 0) {
        literal.append(text, at, text.length());
        break;
      }
      literal.append(text, at, mark);
      if (text.startsWith(MARK + MARK, mark)) {
        literal.append(MARK);
        at = mark + 2 * MARK.length();
      } else {
        String name = name(text, mark);
        at = mark + name.length() + 2 * MARK.length();
        if (name.startsWith("$") && !properties.contains(name)) {
          literal.append('$');
          name = name.substring(1);
        }
        addLiteral(parts, literal);
        parts.add(new Part.Property(name));
      }
    }
    addLiteral(parts, literal);
    return new Template(parts);
  }

  private static String name(String text, int mark) throws TemplateException {
    int start = mark + MARK.length();
    int end = text.indexOf(MARK, start);
    if (end < 0) {
      throw new TemplateException(
          "The $$ at character %d opens a property that is never closed; write $$$$ for a plain $$."
              .formatted(mark + 1));
    }
    return text.substring(start, end);
  }

  private static void addLiteral(List<Part> parts, StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /** The names of the properties referred to, in order, as often as they occur. */
  public List<String> properties() {
    return parts.stream()
        .filter(Part.Property.class::isInstance)
        .map(part -> ((Part.Property) part).name())
        .toList();
  }

  /** The text of a template that refers to no property. */
  public Optional<String> staticText() {
    if (parts.isEmpty()) {
      return Optional.of("");
    }
    return parts.size() == 1 && parts.getFirst() instanceof Part.Literal literal
        ? Optional.of(literal.text())
        : Optional.empty();
  }

  /**
   * Fills in a payload's values. A property that is absent or null contributes nothing.
   *
   * @return empty if the template is one property alone and that is absent: its field is left out
   * @throws RenderingTooLongException if references repeat a long value beyond all use
   */
  public Optional<String> render(JsonNode payload) {
    if (parts.size() == 1 && parts.getFirst() instanceof Part.Property property) {
      return text(payload, property);
    }
    StringBuilder rendered = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal literal -> rendered.append(literal.text());
        case Part.Property property -> text(payload, property).ifPresent(rendered::append);
      }
      if (rendered.length() > RENDERED_LENGTH_MAX) {
        throw new RenderingTooLongException();
      }
    }
    return Optional.of(rendered.toString());
  }

  private static Optional<String> text(JsonNode payload, Part.Property property) {
    JsonNode value = payload.get(property.name());
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(value.isNumber() ? digits(value.decimalValue()) : value.asText());
  }

  /** As they came, but never in scientific notation. */
  private static String digits(BigDecimal number) {
    if (Math.abs((long) number.scale()) > RENDERED_LENGTH_MAX) {
      throw new RenderingTooLongException();
    }
    return number.toPlainString();
  }

  private sealed interface Part {

    record Literal(String text) implements Part {}

    record Property(String name) implements Part {}
  }
}
