package dev.inlet.identity;

import dev.inlet.identity.credentials.PasswordPolicy;
import dev.inlet.identity.credentials.Passwords;
import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.identity.credentials.Throttle;
import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Inviting people and accepting. An invitation is for one address; its link proves it, so it goes
 * to nobody else, and whoever invited can copy it for as long as it is open.
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
  private final Passwords passwords;
  private final SecretCipher cipher;
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
      Passwords passwords,
      SecretCipher cipher,
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
    this.passwords = passwords;
    this.cipher = cipher;
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

  /** What somebody who holds a link is invited to. */
  record Offer(Organization organization, Invitation invitation, boolean hasAccount) {}

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

  /**
   * What a link invites to.
   *
   * @throws ProblemException if the link is not good any more
   */
  Offer show(String link) {
    return withOffer(link, (handle, offer) -> offer);
  }

  /**
   * Accepts as somebody who has no account yet, and makes one.
   *
   * @throws ProblemException if the link is not good any more, there is an account already, or this
   *     address tried too often
   */
  User acceptAsNewUser(String link, String name, String password, Origin origin) {
    throttle.admit(
        List.of(Throttle.Subject.ofAddress(Throttle.Kind.SIGN_UP_FROM_ADDRESS, origin.address())));
    Offer seen = show(link);
    requireNoAccount(!seen.hasAccount());
    String email = seen.invitation().email();
    PasswordPolicy.require(password, "/password", email, name, seen.organization().name());
    // Takes its time, and so no transaction is open meanwhile.
    String hash = passwords.hash(password);
    User user = new User(new UserId(Ids.next()), email, name, hash, false, false, null);
    return withOffer(
        link,
        (handle, offer) -> {
          requireNoAccount(users.insert(handle, user));
          join(offer, handle, user, origin);
          return user;
        });
  }

  private static void requireNoAccount(boolean hasNone) {
    if (!hasNone) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "There is an account with this address: sign in, then open the link again.");
    }
  }

  /** Accepts as somebody who signed in with the address that was invited. */
  void acceptAsUser(String link, Caller.Person person) {
    withOffer(
        link,
        (handle, offer) -> {
          if (!person.email().equals(offer.invitation().email())) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE,
                "This invitation is for %s; you are signed in as %s."
                    .formatted(offer.invitation().email(), person.email()));
          }
          User user = users.findForUpdate(handle, person.user()).orElseThrow();
          if (user.isSupport()) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE, "Support staff belong to no organization.");
          }
          join(offer, handle, user, person.origin());
          return true;
        });
  }

  private interface WithOffer<T> {
    T apply(Handle handle, Offer offer);
  }

  private <T> T withOffer(String link, WithOffer<T> work) {
    SecretToken token =
        SecretToken.parse(link, 2)
            .orElseThrow(() -> new ProblemException(ProblemType.LINK_EXPIRED));
    OrganizationId organization = new OrganizationId(token.ids().getFirst());
    return database.inOrganization(
        organization,
        handle -> {
          Invitation invitation =
              invitations
                  .findOpenForUpdate(organization, handle, token.ids().getLast())
                  .filter(each -> !each.isExpired(clock.instant()))
                  .filter(each -> token.isRecognisedBy(secret(organization, handle, each).hash()))
                  .orElseThrow(() -> new ProblemException(ProblemType.LINK_EXPIRED));
          return work.apply(handle, offer(organization, handle, invitation));
        });
  }

  private Offer offer(OrganizationId organization, Handle handle, Invitation invitation) {
    return new Offer(
        organizations.find(organization, handle).orElseThrow(ProblemException::notFound),
        invitation,
        users.findByEmail(handle, invitation.email()).isPresent());
  }

  private void join(Offer offer, Handle handle, User user, Origin origin) {
    OrganizationId organization = offer.organization().id();
    Invitation invitation = offer.invitation();
    invitations.accept(organization, handle, invitation.id(), clock.instant());
    if (memberRows.insert(organization, handle, user.id(), invitation.role())) {
      AuditEntry entry =
          AuditEntry.of(AuditAction.MEMBER_JOINED)
              .on(user.id(), user.email())
              .with(Map.of("role", invitation.role(), "invitedBy", invitation.invitedBy()));
      auditTrail.record(handle, organization, user.actor(origin), entry);
    }
  }

  private Invitation newInvitation(
      OrganizationId organization, Handle handle, String email, Role role, Caller.Person caller) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    String secret =
        Base64.getEncoder().encodeToString(SecretToken.next(organization.value(), id).secret());
    return new Invitation(
        id,
        email,
        role,
        cipher.encrypt(handle, organization, id, secret),
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
    String url = mails.invitationUrl(secret(organization, handle, invitation));
    String name = organizations.find(organization, handle).orElseThrow().name();
    mails.invitation(handle, invitation, name, url);
    return new Linked(invitation, url);
  }

  private Linked linked(OrganizationId organization, Handle handle, Invitation invitation) {
    return new Linked(invitation, mails.invitationUrl(secret(organization, handle, invitation)));
  }

  private SecretToken secret(OrganizationId organization, Handle handle, Invitation invitation) {
    String secret =
        cipher.decrypt(handle, organization, invitation.id(), invitation.secretCiphertext());
    return new SecretToken(
        List.of(organization.value(), invitation.id()), Base64.getDecoder().decode(secret));
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
