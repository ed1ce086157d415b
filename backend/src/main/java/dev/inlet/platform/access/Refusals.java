package dev.inlet.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * Writes refusals into the audit trail. One that is repeated counts once a minute, so that nobody
 * fills the trail by asking again and again.
 */
@Singleton
final class Refusals {

  /**
   * Told apart by operation and not by address, of which there are as many as somebody cares to
   * make up.
   */
  private record Refusal(OrganizationId organization, UUID caller, String operation) {}

  private final AuditTrail auditTrail;
  private final Cache<Refusal, Boolean> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  Refusals(AuditTrail auditTrail) {
    this.auditTrail = auditTrail;
  }

  /** A member was refused something of their own organization; that concerns its owners. */
  void ofOrganization(
      OrganizationId organization, Caller caller, HttpRequest<?> request, RouteMatch<?> route) {
    write(organization, caller, request, route);
  }

  /** Somebody asked for what is not theirs; that concerns the installation. */
  void ofInstallation(Caller caller, HttpRequest<?> request, RouteMatch<?> route) {
    write(AuditTrail.INSTALLATION, caller, request, route);
  }

  private void write(
      OrganizationId organization, Caller caller, HttpRequest<?> request, RouteMatch<?> route) {
    String what = request.getMethodName() + " " + request.getPath();
    String operation =
        route instanceof MethodBasedRouteMatch<?, ?> match
            ? match.getExecutableMethod().getDescription(true)
            : "";
    boolean isNew =
        recent.asMap().putIfAbsent(new Refusal(organization, caller.id(), operation), true) == null;
    if (isNew) {
      auditTrail.record(
          organization, caller.actor(), AuditEntry.of(AuditAction.ACCESS_REFUSED).because(what));
    }
  }
}
