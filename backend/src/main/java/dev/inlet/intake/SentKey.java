package dev.inlet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.JsonPointers;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a sender says that it sends something again by. A key that cannot be read is refused:
 * whoever sent one relies on it.
 */
final class SentKey {

  static final int LENGTH_MAX = 255;

  private SentKey() {}

  /** No key, though something was sent as one. */
  static final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Violation violation;

    UnreadableException(String pointer, String message) {
      super(message, null, false, false);
      this.violation = new Violation(pointer, "idempotencyKey", message);
    }

    Violation violation() {
      return violation;
    }
  }

  /** The key; null if none was sent. Never quoted: it may be a secret. */
  static @Nullable String read(Idempotency idempotency, HttpHeaders headers, JsonNode payload)
      throws UnreadableException {
    String name = idempotency.name();
    if (name == null) {
      return null;
    }
    return switch (idempotency.from()) {
      case HEADER -> ofHeader(name, headers.getAll(name));
      case PROPERTY -> ofProperty(name, payload.get(name));
      case NONE -> null;
    };
  }

  private static @Nullable String ofHeader(String name, List<String> values)
      throws UnreadableException {
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw new UnreadableException("", "The header %s was sent more than once.".formatted(name));
    }
    String value = values.getFirst().strip();
    if (value.length() > 2 * LENGTH_MAX + 2 || !isPrintableAscii(value)) {
      throw unreadableHeader(name);
    }
    String key = value.startsWith("\"") ? unquoted(name, value) : value;
    if (key.isBlank() || key.length() > LENGTH_MAX) {
      throw unreadableHeader(name);
    }
    return key;
  }

  /** A string as structured fields have it (RFC 9651), which is how the IETF's draft wants it. */
  private static String unquoted(String name, String value) throws UnreadableException {
    StringBuilder key = new StringBuilder();
    int end = value.length() - 1;
    int i = 1;
    while (i < end) {
      char c = value.charAt(i++);
      if (c == '\\' && i < end && (value.charAt(i) == '"' || value.charAt(i) == '\\')) {
        key.append(value.charAt(i++));
      } else if (c == '\\' || c == '"') {
        throw unreadableHeader(name);
      } else {
        key.append(c);
      }
    }
    if (end < 1 || value.charAt(end) != '"') {
      throw unreadableHeader(name);
    }
    return key.toString();
  }

  private static boolean isPrintableAscii(String value) {
    return value.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
  }

  private static UnreadableException unreadableHeader(String name) {
    return new UnreadableException(
        "",
        ("The header %s is no key: send 1 to %d printable ASCII characters, as they are or as a"
                + " quoted string.")
            .formatted(name, LENGTH_MAX));
  }

  private static @Nullable String ofProperty(String name, @Nullable JsonNode value)
      throws UnreadableException {
    if (value == null || value.isNull()) {
      return null;
    }
    String key = value.isTextual() || value.isNumber() ? value.asText() : "";
    if (key.isBlank() || key.length() > LENGTH_MAX) {
      throw new UnreadableException(
          JsonPointers.append("", name),
          "%s is no key: send a number, or a text of 1 to %d characters."
              .formatted(name, LENGTH_MAX));
    }
    return key;
  }
}
