package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Optional;

/**
 * An action type as people see it; enough to draw a form without knowing the action.
 *
 * @param type names it in definitions
 * @param label names it on screen
 * @param fields what it can fill, required ones first
 */
@Introspected
public record ActionDescription(String type, String label, List<ActionField> fields) {

  public Optional<ActionField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
