package dev.inlet.platform.security;

import dev.inlet.platform.tenancy.UserId;
import io.micronaut.security.authentication.Authentication;
import java.util.UUID;

/** Who makes a request to the management API, as their access token says. */
public record Caller(UserId user, UUID session) {

  /** The claim of an access token that names the session it was given to. */
  public static final String SESSION_CLAIM = "sid";

  public static Caller of(Authentication authentication) {
    return new Caller(
        new UserId(UUID.fromString(authentication.getName())),
        UUID.fromString(String.valueOf(authentication.getAttributes().get(SESSION_CLAIM))));
  }
}
