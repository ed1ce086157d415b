package dev.inlet.identity;

import dev.inlet.identity.credentials.Passwords;
import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.EmailAddress;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * What whoever runs the installation does with users, by command: nobody signs up as support staff,
 * and nobody but an operator disables a user of the whole installation.
 */
@Singleton
public class Operators {

  private static final Duration LINK_LIFE = Duration.ofHours(24);

  private final Database database;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final RecoveryCodeRepository recoveryCodes;
  private final Accounts accounts;
  private final AccountMails mails;
  private final Passwords passwords;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Operators(
      Database database,
      UserRepository users,
      SessionRepository sessions,
      RecoveryCodeRepository recoveryCodes,
      Accounts accounts,
      AccountMails mails,
      Passwords passwords,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.recoveryCodes = recoveryCodes;
    this.accounts = accounts;
    this.mails = mails;
    this.passwords = passwords;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * Makes a user of the support staff.
   *
   * @return a link to set their password with, good for a day
   * @throws ProblemException if the e-mail address is taken or is none, or the name is none
   */
  public String createSupportUser(String email, String name) {
    if (!email.matches(EmailAddress.PATTERN) || email.length() > 254) {
      throw ProblemException.invalid("/email", EmailAddress.MESSAGE);
    }
    if (name.isBlank() || name.length() > 200 || !name.matches(OneLine.PATTERN)) {
      throw ProblemException.invalid("/name", "A name is one line of 1 to 200 characters.");
    }
    // Nobody knows this password; the link replaces it.
    String hash = passwords.hash(SecretToken.next().text());
    User user =
        new User(
            new UserId(Ids.next()),
            UserRepository.normalized(email),
            name,
            hash,
            true,
            false,
            null);
    return database.asUser(
        user.id(),
        handle -> {
          if (!users.insert(handle, user)) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE, "There is a user with this e-mail address already.");
          }
          record(handle, user, AuditAction.USER_CREATED);
          return accounts.passwordUrl(handle, user.id(), LINK_LIFE);
        });
  }

  /**
   * Makes a link to set a password with, for whoever cannot be sent one.
   *
   * @throws ProblemException if there is no such user
   */
  public String passwordUrl(String email) {
    User user = find(email);
    return database.asUser(
        user.id(),
        handle -> {
          record(handle, user, AuditAction.PASSWORD_LINK_REQUESTED);
          return accounts.passwordUrl(handle, user.id(), LINK_LIFE);
        });
  }

  /**
   * Disables a user, or enables them again. A disabled user is signed out everywhere at once.
   *
   * @throws ProblemException if there is no such user
   */
  public void setDisabled(String email, boolean isDisabled) {
    User user = find(email);
    database.asUser(
        user.id(),
        handle -> {
          users.setDisabled(handle, user.id(), isDisabled);
          if (isDisabled) {
            sessions.revokeAll(handle, user.id(), clock.instant());
          }
          record(handle, user, isDisabled ? AuditAction.USER_DISABLED : AuditAction.USER_ENABLED);
          return true;
        });
  }

  /**
   * Turns a user's second factor off, for whoever lost their app and their recovery codes. They are
   * signed out everywhere.
   *
   * @throws ProblemException if there is no such user
   */
  public void removeSecondFactor(String email) {
    User user = find(email);
    database.asUser(
        user.id(),
        handle -> {
          users.disableTotp(handle, user.id());
          recoveryCodes.deleteAll(handle, user.id());
          sessions.revokeAll(handle, user.id(), clock.instant());
          mails.secondFactorDisabled(handle, user.email());
          record(handle, user, AuditAction.SECOND_FACTOR_DISABLED);
          return true;
        });
  }

  private User find(String email) {
    return users
        .findByEmail(email)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no user with this e-mail address."));
  }

  private void record(Handle handle, User user, AuditAction action) {
    auditTrail.recordOfUser(
        handle, user.id(), Actor.operator(), AuditEntry.of(action).on(user.id(), user.email()));
  }
}
