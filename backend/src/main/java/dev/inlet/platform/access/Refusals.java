package dev.inlet.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * Writes refusals into the audit trail. One that is repeated counts once a minute, so that nobody
 * fills the trail by asking again and again.
 */
@Singleton
final class Refusals {

  private record Refusal(OrganizationId organization, UUID caller, String what) {}

  private final AuditTrail auditTrail;
  private final Cache<Refusal, Boolean> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  Refusals(AuditTrail auditTrail) {
    this.auditTrail = auditTrail;
  }

  /** A member was refused something of their own organization; that concerns its owners. */
  void ofOrganization(OrganizationId organization, Caller caller, HttpRequest<?> request) {
    write(organization, caller, request);
  }

  /** Somebody asked for what is not theirs; that concerns the installation. */
  void ofInstallation(Caller caller, HttpRequest<?> request) {
    write(AuditTrail.INSTALLATION, caller, request);
  }

  private void write(OrganizationId organization, Caller caller, HttpRequest<?> request) {
    String what = request.getMethodName() + " " + request.getPath();
    boolean isNew =
        recent.asMap().putIfAbsent(new Refusal(organization, caller.id(), what), true) == null;
    if (isNew) {
      auditTrail.record(
          organization, caller.actor(), AuditEntry.of(AuditAction.ACCESS_REFUSED).because(what));
    }
  }
}
