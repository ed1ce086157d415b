package dev.inlet.offboarding;

import dev.inlet.organizations.ClosedOrganizations;
import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.access.PasswordCheck;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Deletes organizations: closes them at once, so that nothing of them can be reached or used any
 * more, and lets what remains be erased.
 */
@Singleton
class Deletion {

  private final OrganizationRepository organizations;
  private final ClosedOrganizations closed;
  private final PasswordCheck passwordCheck;
  private final AuditTrail auditTrail;
  private final Database database;
  private final List<ChangeListener> listeners;
  private final Erasure erasure;
  private final Clock clock;

  Deletion(
      OrganizationRepository organizations,
      ClosedOrganizations closed,
      PasswordCheck passwordCheck,
      AuditTrail auditTrail,
      Database database,
      List<ChangeListener> listeners,
      Erasure erasure,
      Clock clock) {
    this.organizations = organizations;
    this.closed = closed;
    this.passwordCheck = passwordCheck;
    this.auditTrail = auditTrail;
    this.database = database;
    this.listeners = listeners;
    this.erasure = erasure;
    this.clock = clock;
  }

  /**
   * Deletes an organization for ever.
   *
   * @param slug as its owner typed it, to show that they mean this one
   * @throws ProblemException if slug or password is not the right one; nothing happened then
   */
  void delete(OrganizationId id, String slug, String password, Caller.Person owner) {
    Organization organization = organizations.find(id).orElseThrow(ProblemException::notFound);
    if (!slug.strip().equals(organization.slug().value())) {
      throw ProblemException.invalid(
          "/slug", "This is not the short name of the organization that you are about to delete.");
    }
    passwordCheck.require(owner, password, "/password");
    database.useOrganization(id, handle -> close(handle, organization, owner));
    forget(id);
    erasure.begin();
  }

  /** The installation's trail tells it: the organization's own is deleted, too. */
  private void close(Handle handle, Organization organization, Caller.Person owner) {
    Database.actFor(handle, AuditTrail.INSTALLATION);
    auditTrail.record(
        handle,
        AuditTrail.INSTALLATION,
        owner.actor(),
        AuditEntry.of(AuditAction.ORGANIZATION_DELETED)
            .on(organization.id(), organization.name())
            .changing(
                Map.of("name", organization.name(), "slug", organization.slug().value()),
                Map.of()));
    Database.actFor(handle, organization.id());
    Database.actAsEraser(handle);
    if (!closed.close(organization.id(), handle, clock.instant())) {
      throw ProblemException.notFound();
    }
  }

  /** Other nodes hear of it from the database a moment later; whoever deleted it expects it now. */
  private void forget(OrganizationId organization) {
    listeners.forEach(listener -> listener.changed("organization_slugs", organization));
  }
}
