package dev.inlet.webhooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Field to value template, parsed once for many deliveries. */
public final class Mapping {

  private final Map<String, Template> templates;

  public Mapping(Map<String, Template> templates) {
    this.templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
  }

  /** Field name to rendered text; fields whose only property is absent are left out. */
  public Map<String, String> render(JsonNode payload) {
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(templates.size());
    templates.forEach(
        (field, template) -> template.render(payload).ifPresent(text -> values.put(field, text)));
    return values;
  }
}
