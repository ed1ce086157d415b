package dev.inlet.webhooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Field to value template, parsed once for many deliveries. */
public final class Mapping {

  private final Map<String, Template> templates;

  public Mapping(Map<String, Template> templates) {
    this.templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
  }

  /**
   * Field name to rendered text; fields whose only property is absent are left out.
   *
   * @throws RenderingTooLongException if one value, or all of them together, are too long
   */
  public Map<String, String> render(JsonNode payload) {
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(templates.size());
    long length = 0;
    for (Map.Entry<String, Template> entry : templates.entrySet()) {
      Optional<String> text = entry.getValue().render(payload);
      length += text.map(String::length).orElse(0);
      if (length > Template.RENDERED_LENGTH_MAX) {
        throw new RenderingTooLongException();
      }
      text.ifPresent(value -> values.put(entry.getKey(), value));
    }
    return values;
  }

  /** The fields that are filled from such properties, each with those; in the mapping's order. */
  public Map<String, List<String>> filledFrom(Predicate<String> property) {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    templates.forEach(
        (field, template) -> {
          List<String> used = template.properties().stream().filter(property).distinct().toList();
          if (!used.isEmpty()) {
            filled.put(field, used);
          }
        });
    return filled;
  }
}
