package dev.inlet.identity;

import dev.inlet.identity.credentials.AccessTokens;
import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.UserId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Staying signed in. A refresh token is good once; presented again later it was stolen from one of
 * two who hold it, and the session ends for both.
 */
@Singleton
class Sessions {

  static final Duration LIFE = Duration.ofDays(14);

  /** Two tabs of one browser may refresh at the same moment with the same cookie. */
  private static final Duration OVERLAP = Duration.ofSeconds(20);

  private static final Duration REMEMBERED_AFTER_END = Duration.ofDays(30);

  private final Database database;
  private final SessionRepository sessions;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Sessions(Database database, SessionRepository sessions, AuditTrail auditTrail, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * A session that goes on.
   *
   * @param token the refresh token that is good from now; null if another request was given it a
   *     moment ago
   */
  record Continued(Session session, @Nullable SecretToken token) {}

  /**
   * Begins a session.
   *
   * @param hasSecondFactor whether the user just proved their second factor
   */
  Continued begin(Handle handle, UserId user, boolean hasSecondFactor, Origin origin) {
    SecretToken token = SecretToken.next(Ids.next());
    Instant now = clock.instant();
    Session session =
        new Session(
            token.ids().getFirst(),
            user,
            token.hash(),
            null,
            origin,
            now,
            now,
            now,
            now.plus(LIFE),
            hasSecondFactor ? now : null,
            false);
    sessions.insert(handle, session);
    return new Continued(session, token);
  }

  /** Exchanges a refresh token for the next one; empty if the session is over. */
  Optional<Continued> refresh(SecretToken presented, Origin origin) {
    UUID id = presented.ids().getFirst();
    return database.acrossOrganizations(
        handle ->
            sessions
                .findForUpdate(handle, id)
                .filter(session -> !session.isOver(clock.instant()))
                .flatMap(session -> rotate(handle, session, presented, origin)));
  }

  /** Ends the session of a refresh token that is good. */
  void end(SecretToken presented, Origin origin) {
    find(presented)
        .map(session -> new AccessTokens.Grant(session.user(), session.id()))
        .flatMap(grant -> sessions.findPerson(grant, origin))
        .ifPresent(person -> end(person.user(), person.session(), person.actor()));
  }

  List<Session> listOf(UserId user) {
    return sessions.listOf(user, clock.instant());
  }

  /** Ends one session of a user; false if there is none that goes on. */
  boolean end(UserId user, UUID session, Actor actor) {
    return database.acrossOrganizations(handle -> end(handle, user, session, actor));
  }

  /** Ends all sessions of a user. */
  void endAll(UserId user, Actor actor) {
    database.asUser(
        user,
        handle -> {
          sessions.revokeAll(handle, user, clock.instant());
          auditTrail.recordOfUser(
              handle, user, actor, AuditEntry.of(AuditAction.SIGNED_OUT_EVERYWHERE));
          return true;
        });
  }

  @Scheduled(fixedDelay = "6h", initialDelay = "20m")
  void forgetOld() {
    sessions.forgetOld(clock.instant().minus(REMEMBERED_AFTER_END));
  }

  private Optional<Session> find(SecretToken presented) {
    return database.acrossOrganizations(
        handle ->
            sessions
                .findForUpdate(handle, presented.ids().getFirst())
                .filter(session -> isIssued(session, presented)));
  }

  /** The current one, or the one before that another tab may still hold. */
  private static boolean isIssued(Session session, SecretToken presented) {
    byte[] previous = session.previousTokenHash();
    return presented.isRecognisedBy(session.tokenHash())
        || (previous != null && presented.isRecognisedBy(previous));
  }

  private boolean end(Handle handle, UserId user, UUID session, Actor actor) {
    Database.actFor(handle, user);
    boolean isEnded = sessions.revoke(handle, user, session, clock.instant());
    if (isEnded) {
      auditTrail.recordOfUser(handle, user, actor, AuditEntry.of(AuditAction.SIGNED_OUT));
    }
    return isEnded;
  }

  private Optional<Continued> rotate(
      Handle handle, Session session, SecretToken presented, Origin origin) {
    Instant now = clock.instant();
    if (presented.isRecognisedBy(session.tokenHash())) {
      SecretToken next = SecretToken.next(session.id());
      sessions.rotate(handle, session.id(), next.hash(), now);
      return Optional.of(new Continued(session, next));
    }
    boolean isOverlap =
        session.previousTokenHash() != null
            && presented.isRecognisedBy(session.previousTokenHash())
            && now.isBefore(session.rotatedAt().plus(OVERLAP));
    if (isOverlap) {
      // The other tab was given the current token for the cookie they share; this one only needs an
      // access token.
      return Optional.of(new Continued(session, null));
    }
    endStolen(handle, session, origin);
    return Optional.empty();
  }

  private void endStolen(Handle handle, Session session, Origin origin) {
    Database.actFor(handle, session.user());
    sessions.revoke(handle, session.user(), session.id(), clock.instant());
    auditTrail.recordOfUser(
        handle,
        session.user(),
        Actor.stranger(origin),
        AuditEntry.of(AuditAction.SESSION_STOLEN).on(session.user(), session.origin().device()));
  }
}
