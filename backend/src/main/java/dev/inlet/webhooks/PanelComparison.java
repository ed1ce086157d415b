package dev.inlet.webhooks;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.FieldType;
import dev.inlet.actions.Listing;
import dev.inlet.actions.PanelDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a panel as a version knows it with the panel as it is: what iMIS would refuse now, and
 * what Inlet refuses although it would be taken. What became wider without a difference to either
 * is nobody's trouble.
 */
final class PanelComparison {

  /** More than anybody reads; all of them go when the webhook is saved. */
  private static final int PROBLEMS_MAX = 20;

  private static final String SAVE = "Inlet lets them through once this webhook is saved again.";

  private final List<Drift.Problem> problems = new ArrayList<>();

  private PanelComparison() {}

  /**
   * @param known with the fields that are mapped
   * @param now empty if there is none of that name any more
   */
  static List<Drift.Problem> of(PanelDescription known, Optional<PanelDescription> now) {
    PanelComparison comparison = new PanelComparison();
    if (now.isEmpty()) {
      comparison.addOfAll(
          "There is no panel %s (%s) any more that records can be added to."
              .formatted(known.label(), known.name()));
    } else {
      comparison.compare(known, now.get());
    }
    return comparison.problems.stream().limit(PROBLEMS_MAX).toList();
  }

  private void compare(PanelDescription known, PanelDescription now) {
    if (!known.ownerField().equals(now.ownerField())) {
      addOfAll(
          "The contact's ID goes into %s now, no longer into %s."
              .formatted(now.ownerField(), known.ownerField()));
    }
    for (ActionField field : known.fields()) {
      find(now, field.name())
          .ifPresentOrElse(
              current -> compare(field, current),
              () -> add(field, "The panel has no field %s any more.".formatted(field.title())));
    }
    now.fields().stream()
        .filter(field -> field.isRequired() && find(known, field.name()).isEmpty())
        .forEach(field -> add(field, "%s is required now.".formatted(field.title())));
  }

  private static Optional<ActionField> find(PanelDescription panel, String name) {
    return panel.fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private void compare(ActionField known, ActionField now) {
    String title = now.title();
    if (known.type() != now.type()) {
      add(now, "%s takes %s now; it took %s.".formatted(title, a(now.type()), a(known.type())));
      return;
    }
    if (isLess(now.lengthMax(), known.lengthMax())) {
      add(now, shorter(title, now.lengthMax(), known.lengthMax()));
    }
    if (isLess(digitsBefore(now), digitsBefore(known)) || isLess(now.scale(), known.scale())) {
      add(now, "%s holds fewer digits now.".formatted(title));
    }
    compareAllowed(known.allowedValues(), now);
  }

  private void compareAllowed(List<String> known, ActionField field) {
    List<String> now = field.allowedValues();
    if (known.isEmpty() && !now.isEmpty()) {
      add(field, "%s takes only these now: %s.".formatted(field.title(), Listing.of(now)));
    } else if (now.isEmpty() && !known.isEmpty()) {
      add(field, "%s takes any value now; %s".formatted(field.title(), SAVE));
    } else {
      List<String> gone = known.stream().filter(value -> !now.contains(value)).toList();
      List<String> added = now.stream().filter(value -> !known.contains(value)).toList();
      if (!gone.isEmpty()) {
        add(field, "%s no longer takes: %s.".formatted(field.title(), Listing.of(gone)));
      }
      if (!added.isEmpty()) {
        add(
            field,
            "%s also takes these now: %s; %s".formatted(field.title(), Listing.of(added), SAVE));
      }
    }
  }

  private static String shorter(String title, @Nullable Integer now, @Nullable Integer known) {
    String held = known == null ? "had no limit" : "held %d".formatted(known);
    String characters = Objects.equals(now, 1) ? "character" : "characters";
    return "%s holds at most %d %s now; it %s.".formatted(title, now, characters, held);
  }

  /** A limit that is not there is the widest. */
  private static boolean isLess(@Nullable Integer now, @Nullable Integer known) {
    return now != null && (known == null || now < known);
  }

  private static @Nullable Integer digitsBefore(ActionField field) {
    return field.precision() == null || field.scale() == null
        ? null
        : field.precision() - field.scale();
  }

  private static String a(FieldType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a number";
      case BOOLEAN -> "true or false";
      case DATE_TIME -> "a date and time";
      case DATE -> "a date";
    };
  }

  private void add(ActionField field, String message) {
    problems.add(new Drift.Problem(field.name(), message));
  }

  private void addOfAll(String message) {
    problems.add(new Drift.Problem(null, message));
  }
}
