package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a definition may settle about its action beside the mapping; enough to draw a form
 * without knowing the action. One that is not set is the first of its choices, or blank.
 *
 * @param name names it in definitions
 * @param label what people call it
 * @param help what it is for; null if the label says it
 * @param choices what it can be; empty for a {@code TEXT}, and for a {@code FIELD}, whose choices
 *     are the action's fields
 * @param lengthMax characters that a {@code TEXT} has at most; null for the others
 * @param fieldLengthMin characters that the field of a {@code FIELD} must hold; null for the others
 * @param appliesIf when it counts: if any of these is set; always if there are none
 */
@Introspected
public record ActionOption(
    String name,
    String label,
    @Nullable String help,
    Kind kind,
    List<Choice> choices,
    @Nullable Integer lengthMax,
    @Nullable Integer fieldLengthMin,
    List<Condition> appliesIf) {

  public enum Kind {
    /** One of the choices. */
    CHOICE,
    /** A line of text; needed where it applies. */
    TEXT,
    /** A field of text that then is not mapped; may stay blank. */
    FIELD
  }

  /**
   * One of the choices.
   *
   * @param owner what the field that says whose record it is becomes with it, its name aside; null
   *     if it stays what it is
   */
  @Introspected
  public record Choice(String value, String label, @Nullable ActionField owner) {

    public Choice(String value, String label) {
      this(value, label, null);
    }
  }

  /** That another option has a value. */
  @Introspected
  public record Condition(String option, String value) {}

  public static ActionOption choice(
      String name, String label, @Nullable String help, Choice... choices) {
    return new ActionOption(
        name, label, help, Kind.CHOICE, List.of(choices), null, null, List.of());
  }

  public static ActionOption text(String name, String label, @Nullable String help, int lengthMax) {
    return new ActionOption(name, label, help, Kind.TEXT, List.of(), lengthMax, null, List.of());
  }

  public static ActionOption field(
      String name, String label, @Nullable String help, int fieldLengthMin) {
    return new ActionOption(
        name, label, help, Kind.FIELD, List.of(), null, fieldLengthMin, List.of());
  }

  /** The same, if any of these is set. */
  public ActionOption onlyIf(Condition... conditions) {
    return new ActionOption(
        name, label, help, kind, choices, lengthMax, fieldLengthMin, List.of(conditions));
  }
}
