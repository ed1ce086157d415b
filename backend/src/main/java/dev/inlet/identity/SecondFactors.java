package dev.inlet.identity;

import dev.inlet.identity.credentials.RecoveryCodes;
import dev.inlet.identity.credentials.Throttle;
import dev.inlet.identity.credentials.Throttle.Subject;
import dev.inlet.identity.credentials.Totp;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.secrets.InstallationCipher;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The second factor of a user: an authenticator app, and codes for whoever lost it. */
@Singleton
class SecondFactors {

  private static final String WRONG_CODE =
      "This code is not right. Codes change every 30 seconds and each is good once.";

  private final Database database;
  private final UserRepository users;
  private final RecoveryCodeRepository recoveryCodes;
  private final SessionRepository sessions;
  private final InstallationCipher cipher;
  private final Throttle throttle;
  private final AuditTrail auditTrail;
  private final AccountMails mails;
  private final Clock clock;

  SecondFactors(
      Database database,
      UserRepository users,
      RecoveryCodeRepository recoveryCodes,
      SessionRepository sessions,
      InstallationCipher cipher,
      Throttle throttle,
      AuditTrail auditTrail,
      AccountMails mails,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.recoveryCodes = recoveryCodes;
    this.sessions = sessions;
    this.cipher = cipher;
    this.throttle = throttle;
    this.auditTrail = auditTrail;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Makes a secret for an authenticator app. It counts once a code of it was confirmed.
   *
   * @throws ProblemException if the user has a second factor already
   */
  String begin(UserId id) {
    return database.acrossOrganizations(
        handle -> {
          if (locked(handle, id).hasSecondFactor()) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE,
                "You have a second factor already. Turn it off before you set up another one.");
          }
          String secret = Totp.newSecret();
          users.beginTotp(handle, id, encrypt(id, secret));
          return secret;
        });
  }

  /**
   * Turns the second factor on with its first code; the user's other sessions end.
   *
   * @return codes for whoever loses the app, shown this once
   */
  List<String> confirm(Caller.Person person, String code) {
    admit(person.user());
    return database.asUser(
        person.user(),
        handle -> {
          User user = locked(handle, person.user());
          if (user.totp() == null || user.hasSecondFactor()) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE, "Begin to set up a second factor first.");
          }
          if (!takesTotp(handle, user, code)) {
            throw ProblemException.invalid("/code", WRONG_CODE);
          }
          users.enableTotp(handle, user.id(), clock.instant());
          sessions.confirmSecondFactor(handle, person.session(), clock.instant());
          sessions.revokeOthers(handle, user.id(), person.session(), clock.instant());
          record(handle, user.id(), person.actor(), AuditAction.SECOND_FACTOR_ENABLED);
          return recoveryCodes.renew(handle, user.id());
        });
  }

  /** Whether a code is right, which it is once: of the app, or one for whoever lost it. */
  boolean takes(User user, String code, Actor actor) {
    admit(user.id());
    boolean isRight =
        database.asUser(
            user.id(),
            handle ->
                RecoveryCodes.hasShape(code)
                    ? takesRecoveryCode(handle, user, code, actor)
                    : takesTotp(handle, locked(handle, user.id()), code));
    if (isRight) {
      throttle.forgive(List.of(subject(user.id())));
    }
    return isRight;
  }

  /** Turns the second factor off. */
  void disable(Caller.Person person, String code) {
    User user = users.find(person.user()).orElseThrow(ProblemException::notFound);
    if (user.isSupport()) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE, "Support staff cannot do without a second factor.");
    }
    require(user, code, person.actor());
    database.asUser(
        user.id(),
        handle -> {
          users.disableTotp(handle, user.id());
          recoveryCodes.deleteAll(handle, user.id());
          sessions.forgetSecondFactor(handle, user.id());
          mails.secondFactorDisabled(handle, user.email());
          record(handle, user.id(), person.actor(), AuditAction.SECOND_FACTOR_DISABLED);
          return true;
        });
  }

  /** Replaces the codes for whoever loses the app. */
  List<String> renewRecoveryCodes(Caller.Person person, String code) {
    User user = users.find(person.user()).orElseThrow(ProblemException::notFound);
    require(user, code, person.actor());
    return database.asUser(
        user.id(),
        handle -> {
          record(handle, user.id(), person.actor(), AuditAction.RECOVERY_CODES_RENEWED);
          return recoveryCodes.renew(handle, user.id());
        });
  }

  private void require(User user, String code, Actor actor) {
    if (!user.hasSecondFactor()) {
      throw new ProblemException(ProblemType.NOT_POSSIBLE, "You have no second factor.");
    }
    if (!takes(user, code, actor)) {
      throw ProblemException.invalid("/code", WRONG_CODE);
    }
  }

  private boolean takesTotp(Handle handle, User user, String code) {
    User.TotpState totp = user.totp();
    if (totp == null) {
      return false;
    }
    OptionalLong step =
        Totp.step(secret(handle, user.id(), totp), code.strip(), clock.instant(), totp.lastStep());
    return step.isPresent() && users.takeStep(handle, user.id(), step.getAsLong());
  }

  private boolean takesRecoveryCode(Handle handle, User user, String code, Actor actor) {
    boolean isTaken = recoveryCodes.take(handle, user.id(), code, clock.instant());
    if (isTaken) {
      record(handle, user.id(), actor, AuditAction.RECOVERY_CODE_USED);
    }
    return isTaken;
  }

  private User locked(Handle handle, UserId id) {
    return users.findForUpdate(handle, id).orElseThrow(ProblemException::notFound);
  }

  private void record(Handle handle, UserId user, Actor actor, AuditAction action) {
    auditTrail.recordOfUser(handle, user, actor, AuditEntry.of(action));
  }

  private String secret(Handle handle, UserId id, User.TotpState totp) {
    InstallationCipher.Opened opened = cipher.decrypt(row(id), totp.secretCiphertext());
    String secret = new String(opened.secret(), StandardCharsets.US_ASCII);
    if (opened.isOutdated()) {
      users.reencryptTotp(handle, id, encrypt(id, secret));
    }
    return secret;
  }

  private byte[] encrypt(UserId id, String secret) {
    return cipher.encrypt(row(id), secret.getBytes(StandardCharsets.US_ASCII));
  }

  /** What a user's secret is encrypted for. */
  static String row(UserId id) {
    return "users/" + id + "/totp";
  }

  private void admit(UserId id) {
    throttle.admit(List.of(subject(id)));
  }

  private static Subject subject(UserId id) {
    return new Subject(Throttle.Kind.SECOND_FACTOR, id.toString());
  }
}
