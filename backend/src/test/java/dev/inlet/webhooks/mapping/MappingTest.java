package dev.inlet.webhooks.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.inlet.testing.Definitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

  @Test
  void rendersEachFieldInItsOrder() throws TemplateException {
    Mapping mapping = mapping("NOTE", "Hi $$name$$", "ACTIVITY_TYPE", "TEST", "UNITS", "$$units$$");

    Map<String, String> values =
        mapping.render(Definitions.read("{\"name\":\"Lisa\",\"units\":2}"));

    assertThat(values)
        .containsExactly(
            entry("NOTE", "Hi Lisa"), entry("ACTIVITY_TYPE", "TEST"), entry("UNITS", "2"));
  }

  @Test
  void leavesOutFieldsWhoseOnlyPropertyIsAbsent() throws TemplateException {
    Mapping mapping = mapping("UNITS", "$$units$$", "NOTE", "units: $$units$$");

    Map<String, String> values = mapping.render(Definitions.read("{\"units\":null}"));

    assertThat(values).containsExactly(entry("NOTE", "units: "));
  }

  @Test
  void ignoresPropertiesThatAreNotMapped() throws TemplateException {
    Mapping mapping = mapping("NOTE", "x");

    assertThat(mapping.render(Definitions.read("{\"NOTE\":\"y\",\"z\":{}}")))
        .containsExactly(entry("NOTE", "x"));
  }

  private static Mapping mapping(String... fieldsAndTemplates) throws TemplateException {
    Map<String, Template> templates = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndTemplates.length; i += 2) {
      templates.put(fieldsAndTemplates[i], Template.parse(fieldsAndTemplates[i + 1], List.of()));
    }
    return new Mapping(templates);
  }
}
