package dev.inlet.platform.security;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import java.util.UUID;

/**
 * Who makes a request to the management API, and from where, or gives a command; known to be good
 * at this moment.
 */
public sealed interface Caller {

  /** The user's id or the API key's; all zeros of an operator. */
  UUID id();

  Origin origin();

  /** The same, as the audit trail tells it. */
  Actor actor();

  /**
   * A person who signed in.
   *
   * @param hasSecondFactor whether this session was begun or confirmed with a second factor
   */
  record Person(
      UserId user,
      UUID session,
      String email,
      boolean isSupport,
      boolean hasSecondFactor,
      Origin origin)
      implements Caller {

    @Override
    public UUID id() {
      return user.value();
    }

    @Override
    public Actor actor() {
      Actor.Kind kind = isSupport ? Actor.Kind.SUPPORT : Actor.Kind.USER;
      return new Actor(kind, id(), email, origin);
    }
  }

  /** A program that presents one organization's API key. */
  record Key(OrganizationId organization, UUID id, String name, Role role, Origin origin)
      implements Caller {

    @Override
    public Actor actor() {
      return new Actor(Actor.Kind.API_KEY, id, name, origin);
    }
  }

  /** Whoever runs commands on the installation itself. */
  record Operator() implements Caller {

    @Override
    public UUID id() {
      return new UUID(0, 0);
    }

    @Override
    public Origin origin() {
      return actor().origin();
    }

    @Override
    public Actor actor() {
      return Actor.operator();
    }
  }
}
