package dev.inlet.identity;

import dev.inlet.identity.credentials.Throttle;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Inviting people. An invitation is for one address and gives one role; whoever may give that role
 * can copy its link for as long as it is open.
 */
@Singleton
class Invitations {

  private static final Duration LIFE = Duration.ofDays(7);

  private final Database database;
  private final InvitationRepository invitations;
  private final OrganizationRepository organizations;
  private final MemberRepository memberRows;
  private final Members members;
  private final UserRepository users;
  private final InvitationSecrets secrets;
  private final AccountMails mails;
  private final Throttle throttle;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Invitations(
      Database database,
      InvitationRepository invitations,
      OrganizationRepository organizations,
      MemberRepository memberRows,
      Members members,
      UserRepository users,
      InvitationSecrets secrets,
      AccountMails mails,
      Throttle throttle,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.organizations = organizations;
    this.memberRows = memberRows;
    this.members = members;
    this.users = users;
    this.secrets = secrets;
    this.mails = mails;
    this.throttle = throttle;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * An invitation with the link that accepts it.
   *
   * @param url null for whoever may not give the role that it gives
   */
  record Linked(Invitation invitation, @Nullable String url) {}

  /** The open invitations, the newest first; a link is a role, and nobody sees one above theirs. */
  List<Linked> listOpen(OrganizationId organization, UUID before, int limit, Caller.Person caller) {
    List<Invitation> found = invitations.listOpen(organization, before, limit);
    return database.inOrganization(
        organization,
        handle -> {
          Role own = members.roleOf(organization, handle, caller);
          return found.stream()
              .map(
                  each ->
                      own.includes(each.role())
                          ? linked(organization, handle, each)
                          : new Linked(each, null))
              .toList();
        });
  }

  Linked create(OrganizationId organization, String typed, Role role, Caller.Person caller) {
    String email = UserRepository.normalized(typed);
    throttle.admit(subjects(organization, email));
    return database.inOrganization(
        organization,
        handle -> {
          members.requireAtLeast(organization, handle, caller, role);
          Invitation invitation = newInvitation(organization, handle, email, role, caller);
          requireNoMember(organization, handle, email);
          if (!invitations.insert(organization, handle, invitation)) {
            throw ProblemException.invalid(
                "/email", "There is an open invitation for this address: send it again.");
          }
          record(organization, handle, caller, AuditAction.INVITATION_CREATED, invitation);
          return mailed(organization, handle, invitation);
        });
  }

  /** Sends an invitation once more; it lasts as long as a new one, and its link stays the same. */
  Linked resend(OrganizationId organization, UUID id, Caller.Person caller) {
    throttle.admit(List.of(ofOrganization(organization)));
    return database.inOrganization(
        organization,
        handle -> {
          find(organization, handle, id);
          invitations.prolong(organization, handle, id, clock.instant().plus(LIFE));
          Invitation prolonged = find(organization, handle, id);
          members.requireAtLeast(organization, handle, caller, prolonged.role());
          record(organization, handle, caller, AuditAction.INVITATION_RESENT, prolonged);
          return mailed(organization, handle, prolonged);
        });
  }

  void revoke(OrganizationId organization, UUID id, Caller.Person caller) {
    database.useOrganization(
        organization,
        handle -> {
          Invitation known = find(organization, handle, id);
          members.requireAtLeast(organization, handle, caller, known.role());
          invitations.revoke(organization, handle, id, clock.instant());
          record(organization, handle, caller, AuditAction.INVITATION_REVOKED, known);
        });
  }

  private Invitation newInvitation(
      OrganizationId organization, Handle handle, String email, Role role, Caller.Person caller) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    return new Invitation(
        id,
        email,
        role,
        secrets.next(organization, handle, id),
        caller.email(),
        caller.id(),
        now,
        now.plus(LIFE));
  }

  private void requireNoMember(OrganizationId organization, Handle handle, String email) {
    Optional<Member> member =
        users
            .findByEmail(handle, email)
            .flatMap(user -> memberRows.find(organization, handle, user.id()));
    if (member.isPresent()) {
      throw ProblemException.invalid("/email", "This person is a member already.");
    }
  }

  private Invitation find(OrganizationId organization, Handle handle, UUID id) {
    return invitations
        .findOpenForUpdate(organization, handle, id)
        .orElseThrow(ProblemException::notFound);
  }

  private Linked mailed(OrganizationId organization, Handle handle, Invitation invitation) {
    String url = mails.invitationUrl(secrets.of(organization, handle, invitation));
    String name = organizations.find(organization, handle).orElseThrow().name();
    mails.invitation(handle, invitation, name, url);
    return new Linked(invitation, url);
  }

  private Linked linked(OrganizationId organization, Handle handle, Invitation invitation) {
    return new Linked(
        invitation, mails.invitationUrl(secrets.of(organization, handle, invitation)));
  }

  private void record(
      OrganizationId organization,
      Handle handle,
      Caller caller,
      AuditAction action,
      Invitation invitation) {
    AuditEntry entry =
        AuditEntry.of(action)
            .on(invitation.id(), invitation.email())
            .with(Map.of("role", invitation.role()));
    auditTrail.record(handle, organization, caller.actor(), entry);
  }

  private static List<Throttle.Subject> subjects(OrganizationId organization, String email) {
    return List.of(
        ofOrganization(organization), new Throttle.Subject(Throttle.Kind.MAIL_TO_ADDRESS, email));
  }

  private static Throttle.Subject ofOrganization(OrganizationId organization) {
    return new Throttle.Subject(Throttle.Kind.INVITATION_OF_ORGANIZATION, organization.toString());
  }
}
