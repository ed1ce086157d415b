package dev.inlet.identity;

import dev.inlet.identity.AccountLinks.Link;
import dev.inlet.identity.AccountLinks.Purpose;
import dev.inlet.identity.credentials.PasswordPolicy;
import dev.inlet.identity.credentials.Passwords;
import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.identity.credentials.Throttle;
import dev.inlet.identity.credentials.Throttle.Kind;
import dev.inlet.identity.credentials.Throttle.Subject;
import dev.inlet.platform.access.PasswordCheck;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a user changes of their own account. */
@Singleton
class Accounts implements PasswordCheck {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
  private static final Duration PASSWORD_LINK_LIFE = Duration.ofHours(1);
  private static final Duration EMAIL_LINK_LIFE = Duration.ofHours(24);

  private final Database database;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final AccountLinks links;
  private final AccountMails mails;
  private final Passwords passwords;
  private final Throttle throttle;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Accounts(
      Database database,
      UserRepository users,
      SessionRepository sessions,
      AccountLinks links,
      AccountMails mails,
      Passwords passwords,
      Throttle throttle,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.links = links;
    this.mails = mails;
    this.passwords = passwords;
    this.throttle = throttle;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  User find(UserId id) {
    return users.find(id).orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
  }

  @Override
  public void require(Caller.Person person, String password, String pointer) {
    List<Subject> subject = List.of(new Subject(Kind.CONFIRM_PASSWORD, person.user().toString()));
    throttle.admit(subject);
    if (!passwords.matches(password, find(person.user()).passwordHash())) {
      throw ProblemException.invalid(pointer, "This is not your password.");
    }
    throttle.forgive(subject);
  }

  User rename(Caller.Person person, String name) {
    User known = find(person.user());
    return database.asUser(
        person.user(),
        handle -> {
          users.rename(handle, person.user(), name);
          record(
              handle,
              person.user(),
              person.actor(),
              AuditEntry.of(AuditAction.PROFILE_CHANGED)
                  .changing(Map.of("name", known.name()), Map.of("name", name)));
          return users.findForUpdate(handle, person.user()).orElseThrow();
        });
  }

  /** Changes the password; the user's other sessions end. */
  void changePassword(Caller.Person person, String current, String wanted) {
    require(person, current, "/currentPassword");
    User user = find(person.user());
    PasswordPolicy.require(wanted, "/newPassword", user.email(), user.name());
    String hash = passwords.hash(wanted);
    database.asUser(
        user.id(),
        handle -> {
          users.setPassword(handle, user.id(), hash);
          sessions.revokeOthers(handle, user.id(), person.session(), clock.instant());
          passwordChanged(handle, user, person.actor());
          return true;
        });
  }

  /**
   * Sends a link to set a new password to a user's address. Whether there is such a user is told
   * neither by the answer nor by its time: the sending goes on after the answer.
   *
   * @throws ProblemException if the installation can send no e-mail, whoever asks
   */
  void sendPasswordLink(String email, Origin origin) {
    if (!mails.canBeSent()) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "This installation sends no e-mail. Ask whoever runs it for a link to set a password.");
    }
    throttle.admit(
        List.of(
            Subject.ofAddress(Kind.PASSWORD_LINK_FROM_ADDRESS, origin.address()),
            new Subject(Kind.PASSWORD_LINK_TO_ACCOUNT, UserRepository.normalized(email))));
    Thread.ofVirtual()
        .name("password-link")
        .uncaughtExceptionHandler(
            (thread, failure) -> LOG.error("A password link could not be sent", failure))
        .start(
            () ->
                users
                    .findByEmail(email)
                    .filter(user -> !user.isDisabled())
                    .ifPresent(user -> mailPasswordLink(user, origin)));
  }

  /** Makes a link to set a password, for an operator to hand over. */
  String passwordUrl(Handle handle, UserId user, Duration life) {
    return mails.passwordUrl(
        links.create(handle, Purpose.SET_PASSWORD, new Link(user, null), life));
  }

  /**
   * Sets a password with the link that was mailed; all of the user's sessions end.
   *
   * @throws ProblemException if the link is not good any more
   */
  User setPassword(String token, String password, Origin origin) {
    User known =
        database.acrossOrganizations(
            handle ->
                links
                    .find(handle, Purpose.SET_PASSWORD, token)
                    .flatMap(link -> users.findForUpdate(handle, link.user()))
                    .orElseThrow(() -> new ProblemException(ProblemType.LINK_EXPIRED)));
    PasswordPolicy.require(password, "/password", known.email(), known.name());
    // Takes its time, and so no transaction is open meanwhile.
    String hash = passwords.hash(password);
    return database.asUser(
        known.id(),
        handle -> {
          if (links.redeem(handle, Purpose.SET_PASSWORD, token).isEmpty()) {
            throw new ProblemException(ProblemType.LINK_EXPIRED);
          }
          users.setPassword(handle, known.id(), hash);
          sessions.revokeAll(handle, known.id(), clock.instant());
          passwordChanged(handle, known, known.actor(origin));
          return known;
        });
  }

  /**
   * Changes the e-mail address: once a link that is sent there was opened; at once where no e-mail
   * can be sent.
   *
   * @return whether it is changed already
   */
  boolean changeEmail(Caller.Person person, String typed, String password) {
    require(person, password, "/password");
    String email = UserRepository.normalized(typed);
    throttle.admit(
        List.of(
            new Subject(Kind.EMAIL_CHANGE_OF_USER, person.user().toString()),
            new Subject(Kind.MAIL_TO_ADDRESS, email)));
    return database.asUser(
        person.user(),
        handle -> {
          User user = users.findForUpdate(handle, person.user()).orElseThrow();
          if (!mails.canBeSent()) {
            setEmail(handle, user, email, person.actor());
            return true;
          }
          SecretToken token =
              links.create(
                  handle, Purpose.CHANGE_EMAIL, new Link(user.id(), email), EMAIL_LINK_LIFE);
          mails.confirmEmail(handle, email, token);
          record(
              handle,
              user.id(),
              person.actor(),
              AuditEntry.of(AuditAction.EMAIL_CHANGE_REQUESTED).with(Map.of("email", email)));
          return false;
        });
  }

  /** Takes the e-mail address that a link proves. */
  void confirmEmail(String token, Origin origin) {
    database.acrossOrganizations(
        handle -> {
          Link link =
              links
                  .redeem(handle, Purpose.CHANGE_EMAIL, token)
                  .orElseThrow(() -> new ProblemException(ProblemType.LINK_EXPIRED));
          User user = users.findForUpdate(handle, link.user()).orElseThrow();
          Database.actFor(handle, user.id());
          String email = Optional.ofNullable(link.email()).orElseThrow();
          setEmail(handle, user, email, user.actor(origin));
          return true;
        });
  }

  private void setEmail(Handle handle, User user, String email, Actor actor) {
    if (!users.setEmail(handle, user.id(), email)) {
      throw ProblemException.invalid("/email", "Another user has this e-mail address.");
    }
    links.voidAll(handle, user.id()); // those that went to the address that was
    mails.emailChanged(handle, user.email(), email);
    record(
        handle,
        user.id(),
        actor,
        AuditEntry.of(AuditAction.EMAIL_CHANGED)
            .changing(Map.of("email", user.email()), Map.of("email", email)));
  }

  private void mailPasswordLink(User user, Origin origin) {
    database.asUser(
        user.id(),
        handle -> {
          SecretToken token =
              links.create(
                  handle, Purpose.SET_PASSWORD, new Link(user.id(), null), PASSWORD_LINK_LIFE);
          mails.passwordLink(handle, user.email(), token);
          record(
              handle,
              user.id(),
              Actor.stranger(origin),
              AuditEntry.of(AuditAction.PASSWORD_LINK_REQUESTED).on(user.id(), user.email()));
          return true;
        });
  }

  private void passwordChanged(Handle handle, User user, Actor actor) {
    links.voidAll(handle, user.id());
    mails.passwordChanged(handle, user.email());
    record(handle, user.id(), actor, AuditEntry.of(AuditAction.PASSWORD_CHANGED));
  }

  private void record(Handle handle, UserId user, Actor actor, AuditEntry entry) {
    auditTrail.recordOfUser(handle, user, actor, entry);
  }
}
