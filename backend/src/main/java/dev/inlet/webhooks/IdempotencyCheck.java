package dev.inlet.webhooks;

import dev.inlet.platform.problem.FieldError;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.mapping.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a key can stand where a definition says that it does. */
final class IdempotencyCheck {

  private static final String POINTER = "/idempotency/name";

  /** A header's name as HTTP has it, of a length that people still read. */
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  /** What is the same for many events, or says who sends and not what. */
  private static final Set<String> NO_KEYS =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "cookie",
          "date",
          "forwarded",
          "host",
          "transfer-encoding",
          "user-agent",
          "x-forwarded-for");

  private IdempotencyCheck() {}

  /**
   * Why a content cannot be saved.
   *
   * @param properties the names of those that the schema describes
   */
  static List<FieldError> errors(Idempotency idempotency, List<String> properties) {
    String error =
        switch (idempotency.from()) {
          case HEADER -> headerError(idempotency.name());
          case PROPERTY -> propertyError(idempotency.name(), properties);
          case NONE ->
              idempotency.name() == null ? null : "Without a key there is nothing to name.";
        };
    return error == null ? List.of() : List.of(new FieldError(POINTER, error));
  }

  private static @Nullable String headerError(@Nullable String name) {
    if (name == null || !HEADER_NAME.matcher(name).matches()) {
      return "Name the header: letters, digits and hyphens, at most 100.";
    }
    return NO_KEYS.contains(name.toLowerCase(Locale.ROOT))
        ? "%s does not tell one event from another.".formatted(name)
        : null;
  }

  private static @Nullable String propertyError(@Nullable String name, List<String> properties) {
    if (name == null) {
      return "Name the property.";
    }
    return properties.contains(name)
        ? null
        : "The schema has no property \"%s\"%s"
            .formatted(
                name,
                Suggestion.nearest(name, properties)
                    .map("; did you mean \"%s\"?"::formatted)
                    .orElse("."));
  }
}
