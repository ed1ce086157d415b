package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that an action can fill.
 *
 * @param name the target's own name of it
 * @param label what people call it
 * @param type what it holds
 * @param lengthMax characters it holds at most; null if it has no limit or is no text
 * @param precision digits it holds at most; null unless it is a decimal
 * @param scale digits behind the decimal point at most; null unless it is a decimal
 * @param isRequired whether a record cannot do without it
 * @param defaultsTo what it becomes when it is blank, for people; null if it stays blank
 * @param help what it is for; null if the label says it
 * @param allowedValues the values it takes; empty if any
 */
@Introspected
public record ActionField(
    String name,
    String label,
    FieldType type,
    @Nullable Integer lengthMax,
    @Nullable Integer precision,
    @Nullable Integer scale,
    boolean isRequired,
    @Nullable String defaultsTo,
    @Nullable String help,
    List<String> allowedValues) {

  /** The same by another name. */
  ActionField named(String other) {
    return new ActionField(
        other,
        label,
        type,
        lengthMax,
        precision,
        scale,
        isRequired,
        defaultsTo,
        help,
        allowedValues);
  }

  /** How the field is called in a sentence: its label, and its name where that differs. */
  public String title() {
    return label.equals(name) ? name : "%s (%s)".formatted(label, name);
  }
}
