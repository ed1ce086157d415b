package dev.inlet.platform.access;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.http.Origins;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;

/**
 * For answers that go on for long after their request was let through: whether it would still be.
 */
@Singleton
public final class LastingAccess {

  private final Callers callers;
  private final Origins origins;

  LastingAccess(Callers callers, Origins origins) {
    this.callers = callers;
    this.origins = origins;
  }

  /** Asks anew each time: of the token, of its owner's place in the organization and their role. */
  public BooleanSupplier of(
      HttpRequest<?> request, OrganizationId organization, Permission needed) {
    String token = BearerToken.of(request).orElse("");
    Origin origin = origins.of(request);
    Role least = needed.leastRole().orElseThrow();
    return () ->
        callers
            .identify(token, origin)
            .flatMap(caller -> callers.standing(caller, organization))
            .filter(standing -> !standing.isSecondFactorMissing())
            .filter(standing -> standing.role().includes(least))
            .isPresent();
  }
}
