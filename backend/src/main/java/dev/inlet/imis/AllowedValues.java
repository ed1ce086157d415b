package dev.inlet.imis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.inlet.platform.json.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that a property takes, by a rule of the kind PropertyRuleValueListData (iMIS REST
 * reference, section 3.3); the other kind, a query, names none. A list is believed as a whole or
 * not at all: one that is cut would refuse what iMIS takes.
 */
final class AllowedValues {

  private static final int COUNT_MAX = 500;
  private static final int LENGTH_MAX = 100;

  /** Characters of all lists of one definition; it is kept with every version of a webhook. */
  private static final int CHARACTERS_MAX = 100_000;

  private AllowedValues() {}

  /** A rule on the wire. */
  record Rule(@JsonProperty("ValueList") DefinitionJson.@Nullable Values<Listed> valueList) {

    /** Without the blank: leaving a field blank is another matter. */
    List<String> values() {
      if (valueList == null) {
        return List.of();
      }
      List<String> values =
          valueList.list().stream()
              .map(Listed::value)
              .filter(Objects::nonNull)
              .filter(value -> !value.isBlank())
              .distinct()
              .toList();
      boolean isBelieved = values.size() <= COUNT_MAX && values.stream().allMatch(Rule::isPlain);
      return isBelieved ? values : List.of();
    }

    private static boolean isPlain(String value) {
      return value.length() <= LENGTH_MAX && OneLine.of(value).equals(value);
    }
  }

  /** One of the GenericPropertyData of a rule. */
  record Listed(
      @JsonProperty("Value") @JsonDeserialize(using = ValueDeserializer.class)
          @Nullable String value) {}

  /** The properties, without the lists for which there is no more room. */
  static List<EntityProperty> bounded(List<EntityProperty> properties) {
    List<EntityProperty> bounded = new ArrayList<>();
    int left = CHARACTERS_MAX;
    for (EntityProperty property : properties) {
      int size = property.allowedValues().stream().mapToInt(String::length).sum();
      bounded.add(size <= left ? property : property.withoutAllowedValues());
      left -= size <= left ? size : 0;
    }
    return List.copyOf(bounded);
  }
}
