package dev.inlet.platform.access;

import dev.inlet.platform.http.Origins;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through only if its caller is permitted what its operation takes. To whoever does
 * not belong to an organization it does not exist: 404, not 403, which would confirm that it does.
 */
@ServerFilter("/api/**")
final class AccessFilter implements Ordered {

  private final Callers callers;
  private final Origins origins;
  private final Refusals refusals;

  AccessFilter(Callers callers, Origins origins, Refusals refusals) {
    this.callers = callers;
    this.origins = origins;
    this.refusals = refusals;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    if (route.isEmpty()) {
      return; // Nothing is there, for whomever; the router says so.
    }
    Permission needed =
        route
            .get()
            .getAnnotationMetadata()
            .enumValue(RequiresPermission.class, Permission.class)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_ALLOWED));
    if (needed.holder() != Permission.Holder.ANYBODY) {
      Caller caller = identify(request);
      requirePermission(caller, needed, route.get(), request);
      CallerBinder.keep(request, caller);
    }
  }

  private Caller identify(HttpRequest<?> request) {
    return BearerToken.of(request)
        .flatMap(token -> callers.identify(token, origins.of(request)))
        .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
  }

  private void requirePermission(
      Caller caller, Permission needed, RouteMatch<?> route, HttpRequest<?> request) {
    switch (needed.holder()) {
      case ANYBODY -> {}
      case PERSON -> requirePerson(caller, route, request);
      case SUPPORT -> requireSupport(caller, route, request);
      case MEMBER, MEMBER_OR_KEY -> {
        OrganizationId organization = parse(route.getVariableValues().get("organizationId"));
        requireStanding(caller, organization, needed, route, request);
      }
    }
  }

  private Caller.Person requirePerson(Caller caller, RouteMatch<?> route, HttpRequest<?> request) {
    return switch (caller) {
      case Caller.Person person -> person;
      case Caller.Key key -> {
        refusals.ofOrganization(key.organization(), key, request, route);
        throw new ProblemException(
            ProblemType.NOT_ALLOWED, "This takes a person who signed in, not an API key.");
      }
      case Caller.Operator _ -> throw new IllegalStateException("Nobody operates by a request.");
    };
  }

  private void requireSupport(Caller caller, RouteMatch<?> route, HttpRequest<?> request) {
    Caller.Person person = requirePerson(caller, route, request);
    if (!person.isSupport()) {
      refusals.ofInstallation(person, request, route);
      throw new ProblemException(ProblemType.NOT_ALLOWED, "This is for support staff.");
    }
    if (!person.hasSecondFactor()) {
      refusals.ofInstallation(person, request, route);
      throw new ProblemException(
          ProblemType.SECOND_FACTOR_REQUIRED, "Support staff need a second factor: set one up.");
    }
  }

  private void requireStanding(
      Caller caller,
      OrganizationId organization,
      Permission needed,
      RouteMatch<?> route,
      HttpRequest<?> request) {
    Optional<Standing> standing = callers.standing(caller, organization);
    if (standing.isEmpty()) {
      refusals.ofInstallation(caller, request, route);
      throw ProblemException.notFound();
    }
    if (standing.get().isSecondFactorMissing()) {
      refusals.ofOrganization(organization, caller, request, route);
      throw new ProblemException(ProblemType.SECOND_FACTOR_REQUIRED);
    }
    Role least = needed.leastRole().orElseThrow();
    if (!standing.get().role().includes(least)) {
      refusals.ofOrganization(organization, caller, request, route);
      throw new ProblemException(
          ProblemType.NOT_ALLOWED,
          "This takes the role %s; yours is %s."
              .formatted(least.label(), standing.get().role().label()));
    }
    if (needed.holder() == Permission.Holder.MEMBER) {
      requirePerson(caller, route, request);
    }
  }

  private static OrganizationId parse(@Nullable Object id) {
    try {
      return new OrganizationId(UUID.fromString(String.valueOf(id)));
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }

  /** Before anything that reads an organization's rows. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }
}
