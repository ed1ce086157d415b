package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.FieldProblem;
import dev.inlet.platform.json.JsonPointers;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.mapping.RenderingTooLongException;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A replay of a delivery that brought properties which are never stored. */
final class Incomplete {

  private final CompiledWebhook webhook;
  private final PrivateNames leftOut;

  Incomplete(CompiledWebhook webhook, List<String> leftOut) {
    this.webhook = webhook;
    this.leftOut = PrivateNames.of(leftOut);
  }

  /**
   * The violations that are not about what is left out: that fitted when it came, or it did not.
   */
  List<Violation> others(List<Violation> violations) {
    return violations.stream()
        .filter(violation -> !PrivateViolations.isAbout(violation, leftOut))
        .toList();
  }

  /**
   * Nothing is sent with values missing that nobody knows of.
   *
   * @param isConfirmed whether whoever replays it knows what is missing
   * @throws ProblemException if a field lacks its value that must have it, or that may be blank and
   *     nobody confirmed it
   */
  void check(JsonNode payload, boolean isConfirmed) {
    Map<String, List<String>> lacking = webhook.mapping().filledFrom(leftOut::mean);
    if (lacking.isEmpty()) {
      return;
    }
    Set<String> impossible = impossible(payload);
    impossible.retainAll(lacking.keySet());
    if (!impossible.isEmpty()) {
      lacking.keySet().retainAll(impossible);
      throw new ProblemException(
          ProblemType.REPLAY_REFUSED,
          "A field must have a value that is never stored; nothing was sent.",
          errors(lacking, "\"%s\" cannot be filled: \"%s\" was left out, as it is never stored."));
    }
    if (!isConfirmed) {
      throw new ProblemException(
          ProblemType.REPLAY_INCOMPLETE,
          null,
          errors(lacking, "\"%s\" lacks \"%s\", which was left out, as it is never stored."));
    }
  }

  private Set<String> impossible(JsonNode payload) {
    try {
      return webhook.action().convert(webhook.mapping().render(payload)).problems().stream()
          .map(FieldProblem::field)
          .collect(Collectors.toSet());
    } catch (RenderingTooLongException e) {
      return webhook.mapping().filledFrom(leftOut::mean).keySet();
    }
  }

  private static List<FieldError> errors(Map<String, List<String>> lacking, String sentence) {
    return lacking.entrySet().stream()
        .map(
            entry ->
                new FieldError(
                    JsonPointers.append("", entry.getValue().getFirst()),
                    sentence.formatted(entry.getKey(), String.join("\", \"", entry.getValue()))))
        .toList();
  }
}
