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
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Accepting an invitation. Its link proves nothing but itself: it makes an account for the address
 * that was invited, or a member of whoever signed in with that address.
 */
@Singleton
class Acceptance {

  private final Database database;
  private final InvitationRepository invitations;
  private final InvitationSecrets secrets;
  private final OrganizationRepository organizations;
  private final MemberRepository members;
  private final UserRepository users;
  private final Passwords passwords;
  private final Throttle throttle;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Acceptance(
      Database database,
      InvitationRepository invitations,
      InvitationSecrets secrets,
      OrganizationRepository organizations,
      MemberRepository members,
      UserRepository users,
      Passwords passwords,
      Throttle throttle,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.secrets = secrets;
    this.organizations = organizations;
    this.members = members;
    this.users = users;
    this.passwords = passwords;
    this.throttle = throttle;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /** What somebody who holds a link is invited to. */
  record Offer(Organization organization, Invitation invitation, boolean hasAccount) {}

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
                  .filter(
                      each -> token.isRecognisedBy(secrets.of(organization, handle, each).hash()))
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
    if (members.insert(organization, handle, user.id(), invitation.role())) {
      AuditEntry entry =
          AuditEntry.of(AuditAction.MEMBER_JOINED)
              .on(user.id(), user.email())
              .with(Map.of("role", invitation.role(), "invitedBy", invitation.invitedBy()));
      auditTrail.record(handle, organization, user.actor(origin), entry);
    }
  }
}
