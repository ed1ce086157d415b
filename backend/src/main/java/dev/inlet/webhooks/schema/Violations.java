package dev.inlet.webhooks.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.inlet.platform.json.JsonPointers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From the validator's errors to violations. The branches of an {@code anyOf} or {@code oneOf}
 * become one violation: a reader wants to know what fits, not how each way of fitting failed.
 */
final class Violations {

  /** More would only fill the answer; the last one says how many there are. */
  private static final int LISTED_MAX = 1_000;

  private Violations() {}

  static List<Violation> of(List<Error> errors) {
    Map<String, List<Error>> byChoice = new LinkedHashMap<>();
    for (Error error : errors) {
      byChoice.computeIfAbsent(choice(error), key -> new ArrayList<>()).add(error);
    }
    List<Violation> violations = new ArrayList<>();
    byChoice.forEach(
        (choice, members) -> {
          if (choice.startsWith("/")) {
            violations.add(choice(members));
          } else {
            members.forEach(error -> violations.add(single(error)));
          }
        });
    return violations.size() <= LISTED_MAX ? violations : cut(violations);
  }

  static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append('/').append(JsonPointers.escape(String.valueOf(path.getElement(i))));
    }
    return pointer.toString();
  }

  /** The outermost anyOf or oneOf that an error stands in, or a word of its own. */
  private static String choice(Error error) {
    NodePath path = error.getEvaluationPath();
    StringBuilder outer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      String step = String.valueOf(path.getElement(i));
      outer.append('/').append(JsonPointers.escape(step));
      boolean isKeyword = i == 0 || !"properties".equals(String.valueOf(path.getElement(i - 1)));
      if (isKeyword && (step.equals("anyOf") || step.equals("oneOf"))) {
        return outer.toString();
      }
    }
    return "single";
  }

  private static Violation choice(List<Error> errors) {
    String keyword = keywordOfChoice(errors.getFirst());
    String path =
        errors.stream()
            .map(error -> pointer(error.getInstanceLocation()))
            .min(Comparator.comparingInt(String::length))
            .orElse("");
    List<Error> inBranches =
        errors.stream().filter(error -> !error.getKeyword().equals(keyword)).toList();
    String subject = Sentences.subject(path);
    if (inBranches.isEmpty()) {
      return new Violation(
          path, keyword, "%s fits more than one of the allowed forms.".formatted(subject));
    }
    String ways =
        inBranches.stream()
            .map(error -> Sentences.of(error).message())
            .map(sentence -> sentence.substring(0, sentence.length() - 1))
            .distinct()
            .limit(5)
            .collect(Collectors.joining("; or "));
    return new Violation(
        path, keyword, "%s fits none of the allowed forms: %s.".formatted(subject, ways));
  }

  private static String keywordOfChoice(Error error) {
    String choice = choice(error);
    return choice.substring(choice.lastIndexOf('/') + 1);
  }

  private static Violation single(Error error) {
    return Sentences.of(error);
  }

  private static List<Violation> cut(List<Violation> violations) {
    List<Violation> listed = new ArrayList<>(violations.subList(0, LISTED_MAX));
    listed.add(
        new Violation("", "more", "There are %d more.".formatted(violations.size() - LISTED_MAX)));
    return listed;
  }
}
