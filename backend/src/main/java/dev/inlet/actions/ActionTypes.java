package dev.inlet.actions;

import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The registry of action types; the only way to one. */
@Singleton
public class ActionTypes {

  private final Map<String, ActionType> types = new TreeMap<>();

  ActionTypes(List<ActionType> types) {
    for (ActionType type : types) {
      ActionType other = this.types.put(type.type(), type);
      if (other != null) {
        throw new IllegalStateException("Two action types are called " + type.type());
      }
    }
  }

  public Optional<ActionType> find(String type) {
    return Optional.ofNullable(types.get(type));
  }

  public List<ActionDescription> describe(OrganizationId organization) {
    return types.values().stream().map(type -> type.describe(organization)).toList();
  }
}
