package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.PropertyDefinition.Trait;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A kind of row: what {@code BOEntityDefinition} says of it, and what the simulator must know
 * beside that.
 *
 * @param isDesignable whether it is a panel that a customer designed
 * @param isAvailable whether "Available via the REST API" is switched on
 */
record EntityDefinition(
    String name,
    ObjectType objectType,
    String description,
    boolean isDesignable,
    boolean isAvailable,
    boolean isReadOnly,
    List<PropertyDefinition> properties) {

  /** The parent of every entity here. */
  static final String PARENT = "Party";

  static final int NONE = -1;

  enum ObjectType {
    STANDARD("Standard"),
    SINGLE("Single"),
    MULTI("Multi");

    private final String wireName;

    ObjectType(String wireName) {
      this.wireName = wireName;
    }
  }

  static EntityDefinition standard(
      String name, String description, List<PropertyDefinition> properties) {
    return new EntityDefinition(
        name, ObjectType.STANDARD, description, false, true, false, properties);
  }

  static EntityDefinition panel(
      String name, ObjectType objectType, String description, List<PropertyDefinition> properties) {
    return new EntityDefinition(name, objectType, description, true, true, false, properties);
  }

  EntityDefinition hidden() {
    return new EntityDefinition(
        name, objectType, description, isDesignable, false, isReadOnly, properties);
  }

  EntityDefinition readOnly() {
    return new EntityDefinition(
        name, objectType, description, isDesignable, isAvailable, true, properties);
  }

  /** Activities have rules of their own. */
  boolean isActivity() {
    return name.equals("Activity");
  }

  int position(String property) {
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i).name().equals(property)) {
        return i;
      }
    }
    return NONE;
  }

  int positionIgnoringCase(String property) {
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i).name().equalsIgnoreCase(property)) {
        return i;
      }
    }
    return NONE;
  }

  Optional<String> canonicalName(String property) {
    int position = positionIgnoringCase(property);
    return position == NONE ? Optional.empty() : Optional.of(properties.get(position).name());
  }

  /** Where the contact's id is. */
  int parentPosition() {
    return positions(Trait.PARENT).getFirst();
  }

  /** Where the parts of the key are, in the order of an identity's elements. */
  List<Integer> identityPositions() {
    return positions(Trait.IDENTITY);
  }

  /**
   * Where the number is that the server gives to a row: SEQN or Ordinal; {@link #NONE} if the
   * contact is the key.
   */
  int numberPosition() {
    return identityPositions().stream()
        .filter(position -> !properties.get(position).is(Trait.PARENT))
        .findFirst()
        .orElse(NONE);
  }

  private List<Integer> positions(Trait trait) {
    return IntStream.range(0, properties.size())
        .filter(i -> properties.get(i).is(trait))
        .boxed()
        .toList();
  }

  ObjectNode json(String contract) {
    List<ObjectNode> described = properties.stream().map(PropertyDefinition::json).toList();
    ObjectNode json =
        Json.contract(contract)
            .put("ObjectTypeName", objectType.wireName)
            .put("Description", description)
            .put("EntityTypeName", name)
            .put("PrimaryParentEntityTypeName", PARENT);
    json.set("Properties", Json.collection("EntityPropertyDefinitionDataCollection", described));
    if (isDesignable) {
      json.put("IsDesignable", true);
    }
    if (isReadOnly) {
      json.put("IsReadOnly", true);
    }
    return json;
  }
}
