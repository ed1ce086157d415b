package dev.inlet.webhooks.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From the validator's errors to violations. The branches of an {@code anyOf} or {@code oneOf}
 * become one violation: a reader wants to know what fits, not how each way of fitting failed.
 */
final class Violations {

  /** More would only fill the answer; the last one says how many there are. */
  private static final int LISTED_MAX = 1_000;

  private static final int TEXT_LENGTH_MAX = 256 * 1024;

  private Violations() {}

  /**
   * An anyOf or oneOf that one value did not fit.
   *
   * @param steps how many steps of the evaluation lead to it
   * @param evaluation those steps
   * @param path of the value that was to fit
   */
  private record Choice(String keyword, int steps, String evaluation, String path) {}

  static List<Violation> of(List<Error> errors) {
    Set<Violation> violations = new LinkedHashSet<>();
    Map<Choice, List<Error>> byChoice = new LinkedHashMap<>();
    for (Error error : errors) {
      Choice choice = outermostChoice(error);
      if (choice == null) {
        violations.add(Sentences.of(error));
      } else {
        byChoice.computeIfAbsent(choice, key -> new ArrayList<>()).add(error);
      }
    }
    byChoice.forEach((choice, members) -> violations.add(violation(choice, members)));
    return listed(violations);
  }

  static String pointer(NodePath path) {
    return pointer(path, path.getNameCount());
  }

  private static String pointer(NodePath path, int steps) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      pointer.append('/').append(JsonPointers.escape(String.valueOf(path.getElement(i))));
    }
    return pointer.toString();
  }

  private static @Nullable Choice outermostChoice(Error error) {
    NodePath path = error.getEvaluationPath();
    int depth = 0;
    for (int i = 0; i < path.getNameCount(); i++) {
      String step = String.valueOf(path.getElement(i));
      switch (step) {
        case "anyOf", "oneOf" -> {
          NodePath value = error.getInstanceLocation();
          return new Choice(
              step,
              i + 1,
              pointer(path, i + 1),
              pointer(value, Math.min(depth, value.getNameCount())));
        }
        case "properties", "patternProperties" -> {
          depth++;
          i++; // a name follows, whatever it says
        }
        case "dependentSchemas", "dependencies" -> i++;
        case "additionalProperties", "unevaluatedProperties", "items" -> depth++;
        default -> {
          // Keywords that stay at the same value.
        }
      }
    }
    return null;
  }

  private static Violation violation(Choice choice, List<Error> errors) {
    List<Violation> inBranches =
        errors.stream()
            .filter(error -> error.getEvaluationPath().getNameCount() > choice.steps())
            .map(Sentences::of)
            .distinct()
            .toList();
    List<String> paths = inBranches.stream().map(Violation::path).distinct().toList();
    String path = paths.size() == 1 ? paths.getFirst() : choice.path();
    String subject = Sentences.subject(path);
    if (inBranches.isEmpty()) {
      return new Violation(
          path, choice.keyword(), "%s fits more than one of the allowed forms.".formatted(subject));
    }
    List<Violation> telling = telling(inBranches, path);
    if (telling.size() == 1) {
      return new Violation(path, choice.keyword(), telling.getFirst().message());
    }
    String ways =
        telling.stream()
            .map(Violation::message)
            .map(sentence -> sentence.substring(0, sentence.length() - 1))
            .limit(5)
            .collect(Collectors.joining("; or "));
    return new Violation(
        path, choice.keyword(), "%s fits none of the allowed forms: %s.".formatted(subject, ways));
  }

  /** A branch for another type was not meant if there is one for this type. */
  private static List<Violation> telling(List<Violation> inBranches, String path) {
    List<Violation> sameType =
        inBranches.stream()
            .filter(branch -> !branch.keyword().equals("type") || !branch.path().equals(path))
            .toList();
    return sameType.isEmpty() ? inBranches : sameType;
  }

  private static List<Violation> listed(Set<Violation> violations) {
    List<Violation> listed = new ArrayList<>();
    int length = 0;
    for (Violation violation : violations) {
      length += violation.path().length() + violation.message().length();
      if (listed.size() == LISTED_MAX || length > TEXT_LENGTH_MAX) {
        int more = violations.size() - listed.size();
        listed.add(
            new Violation(
                "", "more", "There %s more.".formatted(more == 1 ? "is 1" : "are " + more)));
        break;
      }
      listed.add(violation);
    }
    return listed;
  }
}
