package dev.inlet.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.inlet.testing.OpenApiDocument.Example;
import dev.inlet.testing.Tenant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an example of what was really sent and answered: what is another each time (ids, times,
 * secrets, addresses) becomes what stays, and long lists become short.
 */
final class StableExample {

  private static final int ITEMS_MAX = 3;
  private static final int LENGTH_MAX = 600;

  /** What a client of tests sends, and no sender. */
  private static final Set<String> NOISE = Set.of("Connection", "HTTP2-Settings", "Upgrade");

  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9-]+@example\\.org");
  private static final Pattern SLUG = Pattern.compile("org-\\p{XDigit}{8}-\\p{XDigit}{4}");
  private static final Pattern HOOK = Pattern.compile("http://[^/\"]+/hooks/([^/\"]+)/[\\w-]+");
  private static final Pattern LINK = Pattern.compile("http://[^/\"]+(/[a-z-]+)#[\\w.-]+");
  private static final Pattern OWN_HOST = Pattern.compile("localhost:\\d+");
  private static final Pattern CLIENT = Pattern.compile("Java-http-client/[\\d.]+");
  private static final Pattern HOST = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1):\\d+");

  /** What is worth something to whoever has it, by its name. */
  private static final Map<String, String> SECRETS =
      Map.of(
          "access_token", "eyJhbGciOiJIUzI1NiJ9.e30.signature",
          "key", "inlet_example",
          "secret", "an-example-of-a-secret",
          "token", "an-example-of-a-token",
          "code", "123456",
          "fingerprint", "0123456789abcdef".repeat(4),
          "uri", "otpauth://totp/Inlet:robin%40example.org?secret=EXAMPLE&issuer=Inlet",
          "nextCursor", "an-example-of-a-cursor",
          "previousCursor", "an-example-of-a-cursor");

  private final Map<String, String> ids = new HashMap<>();

  private StableExample() {}

  static Example of(@Nullable JsonNode request, @Nullable JsonNode answer) {
    StableExample stable = new StableExample();
    return new Example(stable.of("", request), stable.of("", answer));
  }

  private @Nullable JsonNode of(String name, @Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    return switch (value.getNodeType()) {
      case OBJECT -> object(value);
      case ARRAY -> array(name, value);
      case STRING -> TextNode.valueOf(SECRETS.getOrDefault(name, text(value.asText())));
      case NUMBER -> isMeasured(name) ? IntNode.valueOf(12) : value;
      default -> value;
    };
  }

  private JsonNode object(JsonNode value) {
    ObjectNode copy = Tenant.JSON.createObjectNode();
    value.properties().stream()
        .filter(named -> !NOISE.contains(named.getKey()))
        .forEach(named -> copy.set(text(named.getKey()), of(named.getKey(), named.getValue())));
    return copy;
  }

  private JsonNode array(String name, JsonNode value) {
    ArrayNode copy = Tenant.JSON.createArrayNode();
    if (name.equals("mapping")) { // whole, or it would be refused; in an order that stays
      value
          .valueStream()
          .sorted(Comparator.comparing(field -> field.path("field").asText()))
          .forEach(field -> copy.add(of("", field)));
      return copy;
    }
    for (JsonNode item : value) {
      if (copy.size() < ITEMS_MAX) {
        copy.add(name.equals("recoveryCodes") ? TextNode.valueOf("abcd-efgh-ijkl") : of("", item));
      }
    }
    return copy;
  }

  private static boolean isMeasured(String name) {
    return name.endsWith("Ms");
  }

  private String text(String text) {
    String known = text;
    known =
        ID.matcher(known)
            .replaceAll(
                id ->
                    ids.computeIfAbsent(
                        id.group(),
                        it -> "018f0000-0000-7000-8000-%012d".formatted(ids.size() + 1)));
    known = TIME.matcher(known).replaceAll("2026-05-26T14:30:00Z");
    known = ADDRESS.matcher(known).replaceAll("robin@example.org");
    known = SLUG.matcher(known).replaceAll("acme");
    known =
        HOOK.matcher(known).replaceAll("https://inlet.example.org/hooks/$1/an-example-of-a-key");
    known = LINK.matcher(known).replaceAll("https://inlet.example.org$1#an-example-of-a-token");
    known = HOST.matcher(known).replaceAll("https://imis.example.org");
    known = OWN_HOST.matcher(known).replaceAll("inlet.example.org");
    known = CLIENT.matcher(known).replaceAll("example/1.0");
    known = known.replace("127.0.0.1", "203.0.113.24");
    return known.length() > LENGTH_MAX ? known.substring(0, LENGTH_MAX) + " …" : known;
  }
}
