package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import org.junit.jupiter.api.Test;

class PropertyRulesTest {

  @Test
  void saysWhatASchemaDemandsOfItsPropertiesThroughReferences() {
    PropertyRules rules =
        new PropertyRules(
            Definitions.read(
                """
                {"type":"object","$defs":{"code":{"type":"string","pattern":"^[A-Z]+$","maxLength":4}},
                 "properties":{"code":{"$ref":"#/$defs/code"},
                   "count":{"type":"integer","minimum":0,"exclusiveMaximum":1e3,"multipleOf":5},
                   "old":{"type":"number","minimum":0,"exclusiveMinimum":true},
                   "kind":{"enum":["a",1,null]},"any":{"type":"string"}},
                 "allOf":[{"properties":{"any":{"minLength":1}}}],
                 "anyOf":[{"properties":{"any":{"maxLength":2}}}]}"""));

    assertThat(rules.of("code")).containsExactly("at most 4 characters", "matches ^[A-Z]+$");
    assertThat(rules.of("count"))
        .containsExactly("at least 0", "less than 1000", "a multiple of 5");
    assertThat(rules.of("old")).containsExactly("more than 0");
    assertThat(rules.of("kind")).containsExactly("one of \"a\", 1, null");
    assertThat(rules.of("any")).containsExactly("at least 1 characters");
    assertThat(rules.of("none")).isEmpty();
  }
}
