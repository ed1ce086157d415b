package dev.inlet.platform.security;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Optional;

/** Knows who belongs where; asked on every request, so that a change takes effect at once. */
public interface Memberships {

  /**
   * The caller's role, or none if they are no member, their session ended or their account is
   * disabled.
   */
  Optional<Role> roleOf(Caller caller, OrganizationId organization);

  /** Whether the caller's session is still good and their account is not disabled. */
  boolean isSignedIn(Caller caller);
}
