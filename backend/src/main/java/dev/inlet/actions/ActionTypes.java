package dev.inlet.actions;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
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

  /**
   * The action, if it is of a kind and the organization can use it.
   *
   * @throws ProblemException if it is not, or cannot
   */
  <T extends ActionType> T usable(OrganizationId organization, String type, Class<T> kind) {
    T action =
        find(type).filter(kind::isInstance).map(kind::cast).orElseThrow(ProblemException::notFound);
    String obstacle = action.describe(organization).unavailableBecause();
    if (obstacle != null) {
      throw new ProblemException(ProblemType.NOT_POSSIBLE, obstacle);
    }
    return action;
  }

  public List<ActionDescription> describe(OrganizationId organization) {
    return types.values().stream().map(type -> type.describe(organization)).toList();
  }
}
