package dev.inlet.platform.security;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a request through to an organization's things only if its caller is a member with the role
 * the operation takes. To everybody else the organization does not exist: 404, not 403, which would
 * confirm that it does.
 */
@ServerFilter("/api/**")
final class AccessFilter implements Ordered {

  private final Memberships memberships;

  AccessFilter(Memberships memberships) {
    this.memberships = memberships;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    Optional<Caller> caller =
        request.getUserPrincipal(Authentication.class).map(AccessFilter::caller);
    if (route.isEmpty() || caller.isEmpty()) {
      return; // Security has answered such a request already, or let an anonymous one in on
      // purpose.
    }
    Object organization = route.get().getVariableValues().get("organizationId");
    if (organization == null) {
      requireSignedIn(caller.get());
    } else {
      requireRole(caller.get(), parse(organization), route.get());
    }
  }

  private static Caller caller(Authentication authentication) {
    try {
      return Caller.of(authentication);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED); // no access token of ours
    }
  }

  private void requireSignedIn(Caller caller) {
    if (!memberships.isSignedIn(caller)) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
  }

  private void requireRole(Caller caller, OrganizationId organization, RouteMatch<?> route) {
    Role role = memberships.roleOf(caller, organization).orElseThrow(() -> absent(caller));
    Role needed =
        route
            .getAnnotationMetadata()
            .enumValue(RequiresRole.class, Role.class)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_ALLOWED));
    if (!role.includes(needed)) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED, "This takes the role %s; yours is %s.".formatted(needed, role));
    }
  }

  private ProblemException absent(Caller caller) {
    requireSignedIn(caller);
    return ProblemException.notFound();
  }

  private static OrganizationId parse(Object id) {
    try {
      return new OrganizationId(UUID.fromString(id.toString()));
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }

  /** After authentication, before anything that reads the organization's rows. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }
}
