package dev.inlet.identity;

import dev.inlet.identity.credentials.DeviceTokens;
import dev.inlet.identity.credentials.InFlight;
import dev.inlet.identity.credentials.Passwords;
import dev.inlet.identity.credentials.Throttle;
import dev.inlet.identity.credentials.Throttle.Kind;
import dev.inlet.identity.credentials.Throttle.Subject;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Signing in. An unknown address, a wrong password and a disabled user look the same, and take as
 * long. Strangers are slowed down; a device that signed in before is not slowed down by what
 * strangers do.
 */
@Singleton
class SignIn {

  /** Many people may share an address, and each comparison takes a moment. */
  private static final int AT_ONCE_FROM_ADDRESS_MAX = 8;

  private static final int AT_ONCE_TO_ACCOUNT_MAX = 2;

  private final Database database;
  private final UserRepository users;
  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final Sessions sessions;
  private final DeviceTokens devices;
  private final Throttle throttle;
  private final AuditTrail auditTrail;
  private final InFlight atOnceFromAddress = new InFlight(AT_ONCE_FROM_ADDRESS_MAX);
  private final InFlight atOnceToAccount = new InFlight(AT_ONCE_TO_ACCOUNT_MAX);

  SignIn(
      Database database,
      UserRepository users,
      Passwords passwords,
      SecondFactors secondFactors,
      Sessions sessions,
      DeviceTokens devices,
      Throttle throttle,
      AuditTrail auditTrail) {
    this.database = database;
    this.users = users;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.devices = devices;
    this.throttle = throttle;
    this.auditTrail = auditTrail;
  }

  /**
   * Who says they are whom.
   *
   * @param code of the second factor; null if none was given
   * @param deviceToken shows that the device signed in before; null if it did not
   */
  record Attempt(
      String email, String password, @Nullable String code, @Nullable String deviceToken) {

    @Override
    public String toString() {
      return "Attempt[set]";
    }
  }

  /**
   * Begins a session.
   *
   * @throws ProblemException if address, password and code do not belong together, the code is
   *     still missing, or it was tried too often
   */
  Sessions.Continued begin(Attempt attempt, Origin origin) {
    Optional<User> user = users.findByEmail(attempt.email());
    List<Subject> subjects = subjects(attempt, user, origin);
    // A known device has a lane of its own: strangers who send many at once do not fill it.
    return atOnceFromAddress.run(
        subjects.getFirst(),
        () ->
            atOnceToAccount.run(subjects.getLast(), () -> begin(attempt, user, subjects, origin)));
  }

  private Sessions.Continued begin(
      Attempt attempt, Optional<User> found, List<Subject> subjects, Origin origin) {
    throttle.admit(subjects);
    User user = requirePassword(found, attempt.password(), origin);
    boolean hasSecondFactor = requireSecondFactor(user, attempt.code(), origin);
    subjects.forEach(this::forgive);
    return begin(user, hasSecondFactor, origin);
  }

  /**
   * Begins a session of somebody who has just proved who they are.
   *
   * @throws ProblemException if what they proved it with was changed in the meantime
   */
  Sessions.Continued begin(User user, boolean hasSecondFactor, Origin origin) {
    return database.asUser(
        user.id(),
        handle -> {
          requireUnchanged(handle, user);
          auditTrail.recordOfUser(
              handle, user.id(), user.actor(origin), AuditEntry.of(AuditAction.SIGNED_IN));
          return sessions.begin(handle, user.id(), hasSecondFactor, origin);
        });
  }

  /** One of many at an address was right; that says nothing about the others. */
  private void forgive(Subject subject) {
    if (subject.kind() == Kind.SIGN_IN_FROM_ADDRESS) {
      throttle.takeBack(subject);
    } else {
      throttle.forgive(List.of(subject));
    }
  }

  /** Lets an account be tried again at once, because its owner proved themselves otherwise. */
  void forgive(String email) {
    throttle.forgive(List.of(ofAccount(email)));
  }

  private List<Subject> subjects(Attempt attempt, Optional<User> user, Origin origin) {
    return user.map(User::id)
        .filter(id -> isKnownDevice(id, attempt.deviceToken()))
        .map(id -> List.of(new Subject(Kind.SIGN_IN_FROM_DEVICE, id.toString())))
        .orElseGet(
            () ->
                List.of(
                    Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, origin.address()),
                    ofAccount(attempt.email())));
  }

  private boolean isKnownDevice(UserId user, @Nullable String token) {
    return token != null && devices.isDeviceOf(user, token);
  }

  private static Subject ofAccount(String email) {
    return new Subject(Kind.SIGN_IN_TO_ACCOUNT, UserRepository.normalized(email));
  }

  /**
   * Whoever changes a password or a second factor, or disables a user, ends the sessions there are.
   */
  private void requireUnchanged(Handle handle, User user) {
    boolean isUnchanged =
        users
            .findForUpdate(handle, user.id())
            .filter(now -> !now.isDisabled())
            .filter(now -> now.passwordHash().equals(user.passwordHash()))
            .filter(now -> now.hasSecondFactor() == user.hasSecondFactor())
            .isPresent();
    if (!isUnchanged) {
      throw new ProblemException(ProblemType.SIGN_IN_REFUSED);
    }
  }

  private User requirePassword(Optional<User> found, String password, Origin origin) {
    boolean matches =
        found.isPresent()
            ? passwords.matches(password, found.get().passwordHash())
            : passwords.matchesNobody(password);
    if (found.isEmpty()) {
      recordUnknown(origin);
      throw new ProblemException(ProblemType.SIGN_IN_REFUSED);
    }
    User user = found.get();
    if (!matches || user.isDisabled()) {
      record(user, matches ? "The user is disabled." : "The password is wrong.", origin);
      throw new ProblemException(ProblemType.SIGN_IN_REFUSED);
    }
    return user;
  }

  private boolean requireSecondFactor(User user, @Nullable String code, Origin origin) {
    if (!user.hasSecondFactor()) {
      return false;
    }
    if (code == null || code.isBlank()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_CODE_REQUIRED);
    }
    if (!secondFactors.takes(user, code, user.actor(origin))) {
      record(user, "The code of the second factor is wrong.", origin);
      throw new ProblemException(
          ProblemType.SECOND_FACTOR_CODE_REQUIRED,
          "This code is not right. Codes change every 30 seconds and each is good once.");
    }
    return true;
  }

  /**
   * Written down too, which takes as long; though not the address, which may be a slip of the
   * clipboard.
   */
  private void recordUnknown(Origin origin) {
    record(
        new UserId(Ids.next()),
        AuditEntry.of(AuditAction.SIGN_IN_REFUSED).because("There is no such user."),
        origin);
  }

  private void record(User user, String why, Origin origin) {
    record(
        user.id(),
        AuditEntry.of(AuditAction.SIGN_IN_REFUSED).on(user.id(), user.email()).because(why),
        origin);
  }

  private void record(UserId user, AuditEntry refusal, Origin origin) {
    database.asUser(
        user,
        handle -> {
          auditTrail.recordOfUser(handle, user, Actor.stranger(origin), refusal);
          return true;
        });
  }
}
