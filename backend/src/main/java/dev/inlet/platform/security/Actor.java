package dev.inlet.platform.security;

import dev.inlet.platform.http.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id null for strangers and operators
 * @param name what people know them by at that moment: an e-mail address, a key's name
 */
public record Actor(Kind kind, @Nullable UUID id, String name, Origin origin) {

  /** What sort of actor. */
  public enum Kind {
    /** A person who signed in. */
    USER,
    /** A person of the installation's support staff. */
    SUPPORT,
    /** A program with an API key. */
    API_KEY,
    /** Somebody who did not sign in. */
    STRANGER,
    /** Whoever runs commands on the installation itself. */
    OPERATOR
  }

  public static Actor stranger(Origin origin) {
    return new Actor(Kind.STRANGER, null, "", origin);
  }

  public static Actor operator() {
    return new Actor(Kind.OPERATOR, null, "", new Origin("", ""));
  }
}
