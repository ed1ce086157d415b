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
   * The first element of the identity of each that fits; blank where iMIS does not say.
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
      if (found.size() < limit) {
        found.add(ImisJson.firstIdentityElement(item));
      }
    }
    return found;
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
      if (answer != null && answer.status() == 404) {
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
