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
import org.jspecify.annotations.Nullable;

/**
 * Signing in. An unknown address, a wrong password, a wrong code and a disabled user look the same,
 * and take as long. Strangers are slowed down; a device that signed in before is not slowed down by
 * what strangers do.
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
  private final InFlight ofAddress = new InFlight(AT_ONCE_FROM_ADDRESS_MAX);
  private final InFlight ofAccount = new InFlight(AT_ONCE_TO_ACCOUNT_MAX);

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
    Subject address = Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, origin.address());
    return ofAddress.run(
        address,
        () -> ofAccount.run(ofAccount(attempt.email()), () -> beginInTurn(attempt, origin)));
  }

  private Sessions.Continued beginInTurn(Attempt attempt, Origin origin) {
    Optional<User> user = users.findByEmail(attempt.email());
    List<Subject> subjects = subjects(attempt, user, origin);
    throttle.admit(subjects);
    requirePassword(user, attempt.password(), origin);
    boolean hasSecondFactor = requireSecondFactor(user.orElseThrow(), attempt.code(), origin);
    subjects.forEach(this::forgive);
    return begin(user.orElseThrow(), hasSecondFactor, origin);
  }

  /** Begins a session of somebody who has just proved who they are. */
  Sessions.Continued begin(User user, boolean hasSecondFactor, Origin origin) {
    return database.asUser(
        user.id(),
        handle -> {
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

  private void requirePassword(Optional<User> user, String password, Origin origin) {
    boolean matches =
        user.isPresent()
            ? passwords.matches(password, user.get().passwordHash())
            : passwords.matchesNobody(password);
    if (user.isEmpty()) {
      throw refusedUnknown(origin);
    }
    if (!matches) {
      throw refused(user.get(), "The password is wrong.", origin);
    }
    if (user.get().isDisabled()) {
      throw refused(user.get(), "The user is disabled.", origin);
    }
  }

  private boolean requireSecondFactor(User user, @Nullable String code, Origin origin) {
    if (!user.hasSecondFactor()) {
      return false;
    }
    if (code == null || code.isBlank()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_CODE_REQUIRED);
    }
    if (!secondFactors.takes(user, code, user.actor(origin))) {
      refused(user, "The code of the second factor is wrong.", origin);
      throw new ProblemException(
          ProblemType.SECOND_FACTOR_CODE_REQUIRED,
          "This code is not right. Codes change every 30 seconds and each is good once.");
    }
    return true;
  }

  /**
   * Written down too, though not the address, which may be a slip of the clipboard; it takes as
   * long.
   */
  private ProblemException refusedUnknown(Origin origin) {
    UserId nobody = new UserId(Ids.next());
    return database.asUser(
        nobody,
        handle -> {
          AuditEntry entry =
              AuditEntry.of(AuditAction.SIGN_IN_REFUSED).because("There is no such user.");
          auditTrail.recordOfUser(handle, nobody, Actor.stranger(origin), entry);
          return new ProblemException(ProblemType.SIGN_IN_REFUSED);
        });
  }

  private ProblemException refused(User user, String why, Origin origin) {
    return database.asUser(
        user.id(),
        handle -> {
          auditTrail.recordOfUser(
              handle,
              user.id(),
              Actor.stranger(origin),
              AuditEntry.of(AuditAction.SIGN_IN_REFUSED).on(user.id(), user.email()).because(why));
          return new ProblemException(ProblemType.SIGN_IN_REFUSED);
        });
  }
}
