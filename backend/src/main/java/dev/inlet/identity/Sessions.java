package dev.inlet.identity;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.Ids;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and staying signed in. A refresh token is good once; presented again later it was
 * stolen from one of two who hold it, and the session ends for both.
 */
@Singleton
class Sessions {

  static final Duration LIFE = Duration.ofDays(14);

  /** Two tabs of one browser may refresh at the same moment with the same cookie. */
  private static final Duration OVERLAP = Duration.ofSeconds(20);

  private final Database database;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final Passwords passwords;
  private final Clock clock;

  Sessions(
      Database database,
      UserRepository users,
      SessionRepository sessions,
      Passwords passwords,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * A session that goes on.
   *
   * @param token the refresh token that is good from now; null if another request was given it a
   *     moment ago
   */
  record Continued(Session session, @Nullable RefreshToken token) {}

  /**
   * Begins a session.
   *
   * @throws ProblemException if address and password do not belong together; the same, as late, for
   *     an unknown user
   */
  Continued begin(String email, String password) {
    User user = authenticated(email, password);
    RefreshToken token = RefreshToken.of(Ids.next());
    Instant now = clock.instant();
    Session session =
        new Session(token.session(), user.id(), token.hash(), null, now, now.plus(LIFE), false);
    database.acrossOrganizations(
        handle -> {
          sessions.insert(handle, session);
          return true;
        });
    return new Continued(session, token);
  }

  /** Exchanges a refresh token for the next one; empty if the session is over. */
  Optional<Continued> refresh(RefreshToken presented) {
    return database.acrossOrganizations(
        handle ->
            sessions
                .findForUpdate(handle, presented.session())
                .filter(
                    session -> !session.isRevoked() && session.expiresAt().isAfter(clock.instant()))
                .flatMap(session -> rotate(handle, session, presented)));
  }

  void end(UUID session) {
    database.acrossOrganizations(
        handle -> {
          sessions.revoke(handle, session, clock.instant());
          return true;
        });
  }

  private Optional<Continued> rotate(Handle handle, Session session, RefreshToken presented) {
    Instant now = clock.instant();
    boolean isCurrent = MessageDigest.isEqual(presented.hash(), session.tokenHash());
    boolean isOverlap =
        session.previousTokenHash() != null
            && MessageDigest.isEqual(presented.hash(), session.previousTokenHash())
            && now.isBefore(session.rotatedAt().plus(OVERLAP));
    if (!isCurrent && !isOverlap) {
      sessions.revoke(handle, session.id(), now);
      return Optional.empty();
    }
    if (isOverlap) {
      // The other tab was given the current token for the cookie they share; this one only needs an
      // access token.
      return Optional.of(new Continued(session, null));
    }
    RefreshToken next = RefreshToken.of(session.id());
    sessions.rotate(handle, session.id(), next.hash(), now);
    return Optional.of(new Continued(session, next));
  }

  private User authenticated(String email, String password) {
    User user = users.findByEmail(email).orElse(null);
    boolean matches =
        user == null
            ? passwords.matchesNobody(password)
            : passwords.matches(password, user.passwordHash());
    if (user == null || !matches || user.isDisabled()) {
      throw new ProblemException(ProblemType.SIGN_IN_REFUSED);
    }
    return user;
  }
}
