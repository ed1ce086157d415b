package dev.inlet.imis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.time.Deadline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks for few entities by exact values of their properties: {@code GET
 * /api/Entity?Property=eq:value&limit=n} (iMIS REST reference, section 3.6).
 */
public final class Entities {

  private final ImisClient client;

  public Entities(ImisClient client) {
    this.client = client;
  }

  /**
   * The first element of the identity of each that fits; blank where iMIS does not say. What is
   * found has to hold the values that were asked for: a filter that is not heeded finds strangers.
   *
   * @param entity the entity's name, such as {@code Activity}
   * @param values property name to value; not empty, or any entity would fit
   * @param limit how many at most
   * @throws ImisException if iMIS could not be read; says nothing of records
   */
  public List<String> find(String entity, Map<String, String> values, int limit, Deadline deadline)
      throws ImisException {
    String filter =
        values.entrySet().stream()
            .map(value -> encode(value.getKey()) + "=eq:" + encode(value.getValue()))
            .collect(Collectors.joining("&"));
    ImisAnswer answer = client.read("%s?%s&limit=%d".formatted(entity, filter, limit), deadline);
    JsonNode items = ImisJson.parse(answer).path("Items").path("$values");
    if (answer.isCut() || !items.isArray()) {
      throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
    }
    List<String> found = new ArrayList<>();
    for (JsonNode item : items) {
      if (!values.entrySet().stream().allMatch(value -> holds(item, value))) {
        throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
      }
      if (found.size() < limit) {
        found.add(ImisJson.firstIdentityElement(item));
      }
    }
    return found;
  }

  /** As iMIS compares: without regard to case. */
  private static boolean holds(JsonNode item, Map.Entry<String, String> wanted) {
    for (JsonNode property : item.path("Properties").path("$values")) {
      if (property.path("Name").asText().equalsIgnoreCase(wanted.getKey())) {
        JsonNode value = property.path("Value");
        String text = value.isObject() ? value.path("$value").asText() : value.asText();
        return text.strip().equalsIgnoreCase(wanted.getValue());
      }
    }
    return false;
  }

  /**
   * Whether there is an entity with this identity.
   *
   * @throws ImisException if iMIS could not be read
   */
  public boolean exists(String entity, String identity, Deadline deadline) throws ImisException {
    try {
      client.read(entity + "/" + encode(identity), deadline);
      return true;
    } catch (ImisException e) {
      ImisAnswer answer = e.answer();
      if (answer != null && answer.isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  /** In a path, too, where a plus would be one. */
  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
