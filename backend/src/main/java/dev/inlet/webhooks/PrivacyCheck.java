package dev.inlet.webhooks;

import dev.inlet.platform.problem.FieldError;
import dev.inlet.webhooks.mapping.Suggestion;
import dev.inlet.webhooks.privacy.PrivateNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether what a definition says of sensitive properties can be kept to. */
final class PrivacyCheck {

  private static final String ON_RECEIPT =
      "A webhook that answers on receipt stores what it received until the record is written. "
          + "Let it answer after the action, or mask the property instead.";

  private final List<String> properties;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private PrivacyCheck(List<String> properties) {
    this.properties = properties;
  }

  /**
   * Why a content cannot be saved.
   *
   * @param properties the names of those that the schema describes
   */
  static List<FieldError> errors(WebhookContent content, List<String> properties) {
    PrivacyCheck check = new PrivacyCheck(properties);
    check.check("/privacy/masked", content.privacy().masked());
    check.check("/privacy/neverStored", content.privacy().neverStored());
    if (content.acknowledgement() == Acknowledgement.ON_RECEIPT
        && !content.privacy().neverStored().isEmpty()) {
      check.errors.add(new FieldError("/privacy/neverStored", ON_RECEIPT));
    }
    return check.errors;
  }

  private void check(String pointer, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String at = pointer + "/" + i;
      if (!properties.contains(name)) {
        errors.add(
            new FieldError(at, "The schema has no property \"%s\"%s".formatted(name, meant(name))));
      } else if (!seen.add(name)) {
        errors.add(new FieldError(at, "\"%s\" is listed twice.".formatted(name)));
      } else {
        requireUnmistakable(name, at);
      }
    }
  }

  /** A sender who writes a name in another case has sent the same secret. */
  private void requireUnmistakable(String name, String pointer) {
    PrivateNames meant = PrivateNames.of(List.of(name));
    properties.stream()
        .filter(other -> !other.equals(name) && meant.mean(other))
        .findFirst()
        .ifPresent(
            other ->
                errors.add(
                    new FieldError(
                        pointer,
                        ("The schema has \"%s\", too, which differs from \"%s\" in its spelling"
                                + " alone: rename one of them.")
                            .formatted(other, name))));
  }

  private String meant(String typed) {
    return Suggestion.nearest(typed, properties)
        .map("; did you mean \"%s\"?"::formatted)
        .orElse(".");
  }
}
