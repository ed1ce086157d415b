package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored entity: its values by their position in the definition. A million of them must fit,
 * hence the bare array.
 */
final class Row {
  private final EntityDefinition definition;
  private final int number;
  private final @Nullable Object[] values;

  /** Takes the array over. */
  Row(EntityDefinition definition, int number, @Nullable Object[] values) {
    this.definition = definition;
    this.number = number;
    this.values = values;
  }

  /** The place of the row in its table; the key itself where that is one number. */
  int number() {
    return number;
  }

  /** What was set, or what the column holds when nothing was. */
  @Nullable Object value(int position) {
    Object value = values[position];
    return value == null ? definition.properties().get(position).unset() : value;
  }

  String text(int position) {
    Object value = value(position);
    return value == null ? "" : value.toString();
  }

  List<String> identity() {
    return definition.identityPositions().stream().map(this::text).toList();
  }

  /** With another value at one position. */
  Row with(int position, @Nullable Object value) {
    @Nullable Object[] changed = values.clone();
    changed[position] = value;
    return new Row(definition, number, changed);
  }

  /** What was set, by name. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        map.put(definition.properties().get(i).name(), value);
      }
    }
    return map;
  }

  /**
   * The entity as iMIS answers with it.
   *
   * @param unsetListed whether properties that nobody set are listed
   */
  ObjectNode json(boolean unsetListed) {
    String party = text(definition.parentPosition());
    ObjectNode json =
        Json.contract("GenericEntityData")
            .put("EntityTypeName", definition.name())
            .put("PrimaryParentEntityTypeName", EntityDefinition.PARENT);
    json.set("Identity", Json.identity(definition.name(), identity()));
    json.set("PrimaryParentIdentity", Json.identity(EntityDefinition.PARENT, List.of(party)));
    json.set(
        "Properties", Json.collection("GenericPropertyDataCollection", properties(unsetListed)));
    return json;
  }

  private List<ObjectNode> properties(boolean unsetListed) {
    List<ObjectNode> properties = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      if (unsetListed || values[i] != null) {
        PropertyDefinition property = definition.properties().get(i);
        ObjectNode json = Json.property(property.name());
        Object value = value(i);
        if (value != null) {
          property.type().write(json, value);
        }
        properties.add(json);
      }
    }
    return properties;
  }
}
