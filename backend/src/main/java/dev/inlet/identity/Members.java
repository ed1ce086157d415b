package dev.inlet.identity;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Who belongs to an organization, and as what. Nobody gives or takes a role above their own, and an
 * organization is never without an owner.
 */
@Singleton
class Members {

  private final Database database;
  private final MemberRepository members;
  private final InvitationRepository invitations;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Members(
      Database database,
      MemberRepository members,
      InvitationRepository invitations,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.invitations = invitations;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  Member changeRole(OrganizationId organization, UserId user, Role role, Caller.Person caller) {
    return database.inOrganization(
        organization,
        handle -> {
          // Before anything is read: whoever lost their own role a moment ago loses this, too.
          List<UserId> owners = members.ownersForUpdate(organization, handle);
          Member known = find(organization, handle, user);
          requireAtLeast(organization, handle, caller, known.role());
          requireAtLeast(organization, handle, caller, role);
          if (role == known.role()) {
            return known;
          }
          requireAnotherOwner(owners, user, role == Role.OWNER);
          members.setRole(organization, handle, user, role);
          if (!role.includes(known.role())) {
            revokeInvitations(organization, handle, known, caller);
          }
          AuditEntry entry =
              entry(AuditAction.MEMBER_ROLE_CHANGED, known)
                  .changing(Map.of("role", known.role()), Map.of("role", role));
          auditTrail.record(handle, organization, caller.actor(), entry);
          return find(organization, handle, user);
        });
  }

  void remove(OrganizationId organization, UserId user, Caller.Person caller) {
    database.useOrganization(
        organization,
        handle -> {
          List<UserId> owners = members.ownersForUpdate(organization, handle);
          Member known = find(organization, handle, user);
          requireAtLeast(organization, handle, caller, known.role());
          requireAnotherOwner(owners, user, false);
          delete(organization, handle, known, caller, AuditAction.MEMBER_REMOVED);
        });
  }

  void leave(OrganizationId organization, Caller.Person person) {
    database.useOrganization(
        organization,
        handle -> {
          List<UserId> owners = members.ownersForUpdate(organization, handle);
          Member known = find(organization, handle, person.user());
          requireAnotherOwner(owners, person.user(), false);
          delete(organization, handle, known, person, AuditAction.MEMBER_LEFT);
        });
  }

  /** Refuses what takes a role above the caller's own. */
  void requireAtLeast(OrganizationId organization, Handle handle, Caller.Person caller, Role role) {
    Role own = roleOf(organization, handle, caller);
    if (!own.includes(role)) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED,
          "This takes the role %s; yours is %s.".formatted(role.label(), own.label()));
    }
  }

  /** Or else whoever loses a role would come back by a link of their own. */
  private void revokeInvitations(
      OrganizationId organization, Handle handle, Member inviter, Caller caller) {
    for (Invitation revoked :
        invitations.revokeAllOf(organization, handle, inviter.userId(), clock.instant())) {
      AuditEntry entry =
          AuditEntry.of(AuditAction.INVITATION_REVOKED)
              .on(revoked.id(), revoked.email())
              .with(Map.of("role", revoked.role()));
      auditTrail.record(handle, organization, caller.actor(), entry);
    }
  }

  /** The caller's own role; whoever takes it away meanwhile waits for what it allowed. */
  Role roleOf(OrganizationId organization, Handle handle, Caller.Person caller) {
    return members
        .roleForShare(organization, handle, caller.user())
        .orElseThrow(ProblemException::notFound);
  }

  private Member find(OrganizationId organization, Handle handle, UserId user) {
    return members.find(organization, handle, user).orElseThrow(ProblemException::notFound);
  }

  private static void requireAnotherOwner(List<UserId> owners, UserId user, boolean staysOwner) {
    if (!staysOwner && owners.equals(List.of(user))) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "This is the organization's last owner. Make somebody else an owner first, or delete the organization.");
    }
  }

  private void delete(
      OrganizationId organization, Handle handle, Member known, Caller caller, AuditAction action) {
    members.delete(organization, handle, new UserId(known.userId()));
    revokeInvitations(organization, handle, known, caller);
    AuditEntry entry = entry(action, known).changing(Map.of("role", known.role()), Map.of());
    auditTrail.record(handle, organization, caller.actor(), entry);
  }

  private static AuditEntry entry(AuditAction action, Member member) {
    return AuditEntry.of(action).on(member.userId(), member.email());
  }
}
