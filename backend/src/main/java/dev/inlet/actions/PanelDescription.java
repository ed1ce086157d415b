package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;
import java.util.Collection;
import java.util.List;

/**
 * A panel with its fields.
 *
 * @param name names it in definitions; the target's own name of it
 * @param label what people call it
 * @param ownerField the field that says whose record it is
 * @param fields what can be filled, required ones first
 */
@Introspected
public record PanelDescription(
    String name, String label, String ownerField, List<ActionField> fields) {

  /** The panel as if it had no other fields than these. */
  public PanelDescription only(Collection<String> names) {
    return new PanelDescription(
        name,
        label,
        ownerField,
        fields.stream().filter(field -> names.contains(field.name())).toList());
  }
}
