package dev.inlet.webhooks.privacy;

import dev.inlet.platform.json.JsonPointers;
import dev.inlet.webhooks.schema.Violation;
import java.util.List;
import java.util.Set;

/**
 * Violations of a schema that tell no private value: which rule a value breaks is told, but not in
 * words that say what the value is.
 */
public final class PrivateViolations {

  /** What these say is that something is there that should not be, or is not there. */
  private static final Set<String> OF_PRESENCE =
      Set.of(
          "required",
          "dependentRequired",
          "additionalProperties",
          "unevaluatedProperties",
          "false");

  private PrivateViolations() {}

  public static List<Violation> told(List<Violation> violations, PrivateNames names) {
    return names.areNone()
        ? violations
        : violations.stream().map(violation -> told(violation, names)).toList();
  }

  public static Violation told(Violation violation, PrivateNames names) {
    if (names.areNone()) {
      return violation;
    }
    List<String> segments = JsonPointers.segments(violation.path());
    for (int i = 0; i < segments.size(); i++) {
      if (names.mean(segments.get(i))) {
        boolean isOfPresence =
            i == segments.size() - 1 && OF_PRESENCE.contains(violation.keyword());
        return isOfPresence ? violation : of(segments.subList(0, i + 1), violation.keyword());
      }
    }
    return ofOthers(violation);
  }

  /** Whether a violation is about nothing but private members: they, or what stands in them. */
  public static boolean isAbout(Violation violation, PrivateNames names) {
    return JsonPointers.segments(violation.path()).stream().anyMatch(names::mean);
  }

  private static Violation of(List<String> path, String keyword) {
    String pointer = path.stream().reduce("", JsonPointers::append);
    String message =
        "%s breaks the rule \"%s\" of the schema.".formatted(String.join(".", path), keyword);
    return new Violation(pointer, keyword, message);
  }

  /** The words of a choice are those of all its branches; a parser quotes what it stumbles over. */
  private static Violation ofOthers(Violation violation) {
    return switch (violation.keyword()) {
      case "anyOf", "oneOf" ->
          new Violation(violation.path(), violation.keyword(), untold(violation.path()));
      case "json" ->
          new Violation(violation.path(), violation.keyword(), beforeColon(violation.message()));
      default -> violation;
    };
  }

  private static String untold(String path) {
    String subject = path.isEmpty() ? "The body" : String.join(".", JsonPointers.segments(path));
    return "%s fits none, or more than one, of the allowed forms.".formatted(subject);
  }

  private static String beforeColon(String message) {
    int colon = message.indexOf(": ");
    return colon < 0 ? message : message.substring(0, colon) + ".";
  }
}
