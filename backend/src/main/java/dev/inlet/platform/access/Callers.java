package dev.inlet.platform.access;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Optional;

/**
 * Knows whom a token was given to and what they are in an organization. Asked on every request, so
 * that signing out, disabling and a change of role take effect at once.
 */
public interface Callers {

  /** Who presents this token; empty if it is not a good one, or not any more. */
  Optional<Caller> identify(String token, Origin origin);

  /** What the caller is in the organization; empty if they do not belong to it. */
  Optional<Standing> standing(Caller caller, OrganizationId organization);
}
