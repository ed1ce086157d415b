package dev.inlet.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a definition settles about its action beside the mapping.
 *
 * @param values option name to value, as far as they are set
 */
public record ActionOptions(Map<String, String> values) {

  public static final ActionOptions NONE = new ActionOptions(Map.of());

  public ActionOptions {
    values = Map.copyOf(values);
  }

  /** What an option is set to; its first choice, or blank, if it is not. */
  public String valueOf(ActionOption option) {
    String value = values.getOrDefault(option.name(), "").strip();
    return value.isEmpty() && option.kind() == ActionOption.Kind.CHOICE
        ? option.choices().getFirst().value()
        : value;
  }

  /** Whether an option counts, given the others of its action. */
  public boolean applies(ActionOption option, List<ActionOption> all) {
    return option.appliesIf().isEmpty()
        || option.appliesIf().stream().anyMatch(condition -> holds(condition, all));
  }

  private boolean holds(ActionOption.Condition condition, List<ActionOption> all) {
    return named(condition.option(), all)
        .filter(option -> applies(option, all))
        .map(option -> valueOf(option).equals(condition.value()))
        .orElse(false);
  }

  /**
   * The fields that are left to be mapped, as these options have them.
   *
   * @param all the options of the action
   * @param fields the fields of the action
   * @param ownerField the field that says whose record it is; null if there is none
   */
  public List<ActionField> mapped(
      List<ActionOption> all, List<ActionField> fields, @Nullable String ownerField) {
    List<ActionField> mapped = new ArrayList<>(fields);
    for (ActionOption option : all) {
      if (applies(option, all)) {
        String value = valueOf(option);
        mapped.removeIf(
            field -> option.kind() == ActionOption.Kind.FIELD && field.name().equals(value));
        mapped.replaceAll(
            field -> field.name().equals(ownerField) ? owner(field, option, value) : field);
      }
    }
    return mapped;
  }

  private static ActionField owner(ActionField field, ActionOption option, String value) {
    return option.choices().stream()
        .filter(choice -> choice.value().equals(value))
        .map(ActionOption.Choice::owner)
        .filter(Objects::nonNull)
        .findFirst()
        .map(owner -> owner.named(field.name()))
        .orElse(field);
  }

  /**
   * Why they cannot be; option name to sentence.
   *
   * @param all the options of the action
   * @param fields the fields of the action
   * @param ownerField the field that says whose record it is; null if there is none
   */
  public List<FieldProblem> problems(
      List<ActionOption> all, List<ActionField> fields, @Nullable String ownerField) {
    List<ActionField> others =
        fields.stream().filter(field -> !field.name().equals(ownerField)).toList();
    List<FieldProblem> problems = new ArrayList<>();
    for (String name : values.keySet()) {
      if (named(name, all).isEmpty()) {
        problems.add(new FieldProblem(name, "There is no option \"%s\".".formatted(name)));
      }
    }
    for (ActionOption option : all) {
      if (applies(option, all)) {
        problem(option, others)
            .ifPresent(sentence -> problems.add(new FieldProblem(option.name(), sentence)));
      }
    }
    return problems;
  }

  private Optional<String> problem(ActionOption option, List<ActionField> fields) {
    String value = valueOf(option);
    return switch (option.kind()) {
      case CHOICE ->
          option.choices().stream().anyMatch(choice -> choice.value().equals(value))
              ? Optional.empty()
              : Optional.of("%s cannot be \"%s\".".formatted(option.label(), value));
      case TEXT -> textProblem(option, value);
      case FIELD ->
          value.isEmpty() || fields.stream().anyMatch(field -> holds(field, option, value))
              ? Optional.empty()
              : Optional.of(
                  "%s needs a text field that holds %d characters; \"%s\" is none."
                      .formatted(option.label(), option.fieldLengthMin(), value));
    };
  }

  private static Optional<String> textProblem(ActionOption option, String value) {
    Integer lengthMax = option.lengthMax();
    if (value.isEmpty()) {
      return Optional.of("%s must have a value.".formatted(option.label()));
    }
    return lengthMax != null && value.length() > lengthMax
        ? Optional.of("%s has at most %d characters.".formatted(option.label(), lengthMax))
        : Optional.empty();
  }

  /**
   * Whether a field of that name is text that is long enough. One without a limit is a document,
   * which many a target cannot look for.
   */
  private static boolean holds(ActionField field, ActionOption option, String name) {
    Integer lengthMin = option.fieldLengthMin();
    boolean isLongEnough =
        field.lengthMax() != null && (lengthMin == null || field.lengthMax() >= lengthMin);
    return field.name().equals(name)
        && field.type() == FieldType.TEXT
        && field.allowedValues().isEmpty()
        && isLongEnough;
  }

  private static Optional<ActionOption> named(String name, List<ActionOption> all) {
    return all.stream().filter(option -> option.name().equals(name)).findFirst();
  }
}
