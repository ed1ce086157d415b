package dev.inlet.webhooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * One setting in which two definitions differ.
 *
 * @param setting what it is called, from the whole to the part, such as {@code action.mapping.NOTE}
 * @param before what it was, as JSON, perhaps cut short; null if it was not there
 * @param after what it becomes; null if it is there no more
 */
@Introspected
@Schema(name = "SettingDifference")
public record Difference(String setting, @Nullable String before, @Nullable String after) {

  private static final int TEXT_LENGTH_MAX = 300;

  /** By what entries of a list are told apart, where they have it. */
  private static final String NAME_OF_ENTRY = "field";

  /**
   * In what a definition differs from an earlier one, whole parts first; empty only if both are
   * written alike, the order of names included.
   */
  public static List<Difference> between(JsonNode before, JsonNode after) {
    List<Difference> differences = new ArrayList<>();
    compare("", before, after, differences);
    return differences;
  }

  /** All that a definition says that there was not before. */
  public static List<Difference> of(JsonNode added) {
    return added.properties().stream()
        .map(each -> new Difference(each.getKey(), null, text(each.getValue())))
        .toList();
  }

  private static void compare(
      String setting, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.toString().equals(after.toString())) {
      return;
    }
    Map<String, JsonNode> old = parts(before);
    Map<String, JsonNode> changed = parts(after);
    if (before.getNodeType() != after.getNodeType() || old.isEmpty() || changed.isEmpty()) {
      found.add(new Difference(setting, text(before), text(after)));
      return;
    }
    int known = found.size();
    SequencedSet<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(changed.keySet());
    for (String name : names) {
      String part = setting.isEmpty() ? name : setting + "." + name;
      JsonNode was = old.get(name);
      JsonNode is = changed.get(name);
      if (was != null && is != null) {
        compare(part, was, is, found);
      } else {
        found.add(new Difference(part, text(was), text(is)));
      }
    }
    if (found.size() == known) {
      found.add(new Difference(setting + " (order)", names(old), names(changed)));
    }
  }

  /** What a value consists of, by name; nothing if it is to be told as a whole. */
  private static Map<String, JsonNode> parts(JsonNode value) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    if (value.isObject()) {
      value.properties().forEach(each -> parts.put(each.getKey(), each.getValue()));
      return parts;
    }
    for (JsonNode entry : value) {
      JsonNode name = entry.path(NAME_OF_ENTRY);
      if (!name.isTextual() || parts.put(name.textValue(), rest(entry)) != null) {
        return Map.of();
      }
    }
    return parts;
  }

  /** What an entry says beside its name. */
  private static JsonNode rest(JsonNode entry) {
    return entry.size() == 2 && entry.has("value") ? entry.get("value") : entry;
  }

  private static String names(Map<String, JsonNode> parts) {
    return cut(String.join(", ", parts.keySet()));
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : cut(value.toString());
  }

  private static String cut(String text) {
    return text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) + "…" : text;
  }
}
