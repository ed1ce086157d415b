package dev.inlet.identity;

import dev.inlet.identity.credentials.AccessTokens;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code sessions}. */
@Singleton
class SessionRepository {

  private static final String SELECT =
      """
      SELECT session_id, user_id, token_hash, previous_token_hash, device, source_address, created_at, rotated_at,
             last_used_at, expires_at, second_factor_at, revoked_at IS NOT NULL AS is_revoked
      FROM sessions
      """;

  private final Database database;

  SessionRepository(Database database) {
    this.database = database;
  }

  void insert(Handle handle, Session session) {
    handle
        .createUpdate(
            """
            INSERT INTO sessions (session_id, user_id, token_hash, device, source_address, created_at, rotated_at,
                                  last_used_at, expires_at, second_factor_at)
            VALUES (:session, :user, :hash, :device, :sourceAddress, :createdAt, :createdAt, :createdAt, :expiresAt,
                    :secondFactorAt)
            """)
        .bind("session", session.id())
        .bind("user", session.user().value())
        .bind("hash", session.tokenHash())
        .bind("device", session.origin().device())
        .bind("sourceAddress", session.origin().address())
        .bind("createdAt", session.createdAt())
        .bind("expiresAt", session.expiresAt())
        .bind("secondFactorAt", session.secondFactorAt())
        .execute();
  }

  /** Whom a token was given to; empty if the session is over or the user is disabled. */
  Optional<Caller.Person> findPerson(AccessTokens.Grant grant, Origin origin) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT u.email, u.is_support, s.second_factor_at IS NOT NULL AS has_second_factor
                    FROM sessions s JOIN users u USING (user_id)
                    WHERE s.session_id = :session AND s.user_id = :user
                      AND s.revoked_at IS NULL AND s.expires_at > now() AND NOT u.is_disabled
                    """)
                .bind("session", grant.session())
                .bind("user", grant.user().value())
                .map(
                    (row, context) ->
                        new Caller.Person(
                            grant.user(),
                            grant.session(),
                            row.getString("email"),
                            row.getBoolean("is_support"),
                            row.getBoolean("has_second_factor"),
                            origin))
                .findOne());
  }

  /** The sessions that go on, the last used first. */
  List<Session> listOf(UserId user, Instant now) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE user_id = :user AND revoked_at IS NULL AND expires_at > :now
                        ORDER BY last_used_at DESC, session_id LIMIT 200
                        """)
                .bind("user", user.value())
                .bind("now", now)
                .map((row, context) -> session(row))
                .list());
  }

  /**
   * The session, locked until the transaction ends: of two refreshes at once the second sees the
   * first.
   */
  Optional<Session> findForUpdate(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "WHERE session_id = :session FOR UPDATE")
        .bind("session", id)
        .map((row, context) -> session(row))
        .findOne();
  }

  void rotate(Handle handle, UUID id, byte[] tokenHash, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE sessions SET previous_token_hash = token_hash, token_hash = :hash, rotated_at = :at, last_used_at = :at
            WHERE session_id = :session
            """)
        .bind("session", id)
        .bind("hash", tokenHash)
        .bind("at", at)
        .execute();
  }

  void confirmSecondFactor(Handle handle, UUID id, Instant at) {
    handle
        .createUpdate("UPDATE sessions SET second_factor_at = :at WHERE session_id = :session")
        .bind("session", id)
        .bind("at", at)
        .execute();
  }

  /** Lets no session of a user count as one with a second factor any more. */
  void forgetSecondFactor(Handle handle, UserId user) {
    handle
        .createUpdate("UPDATE sessions SET second_factor_at = NULL WHERE user_id = :user")
        .bind("user", user.value())
        .execute();
  }

  /** Ends one session of a user; false if there is none that goes on. */
  boolean revoke(Handle handle, UserId user, UUID id, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE sessions SET revoked_at = :at
                WHERE session_id = :session AND user_id = :user AND revoked_at IS NULL
                """)
            .bind("session", id)
            .bind("user", user.value())
            .bind("at", at)
            .execute()
        == 1;
  }

  /** Ends all sessions of a user. */
  void revokeAll(Handle handle, UserId user, Instant at) {
    revokeOthers(handle, user, new UUID(0, 0), at);
  }

  /** Ends all sessions of a user but one. */
  void revokeOthers(Handle handle, UserId user, UUID kept, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE sessions SET revoked_at = :at
            WHERE user_id = :user AND session_id <> :kept AND revoked_at IS NULL
            """)
        .bind("user", user.value())
        .bind("kept", kept)
        .bind("at", at)
        .execute();
  }

  /** Forgets sessions that ended before a moment. */
  int forgetOld(Instant before) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM sessions WHERE least(coalesce(revoked_at, expires_at), expires_at) < :before")
                .bind("before", before)
                .execute());
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject("session_id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getBytes("token_hash"),
        row.getBytes("previous_token_hash"),
        new Origin(row.getString("source_address"), row.getString("device")),
        instant(row, "created_at"),
        instant(row, "rotated_at"),
        instant(row, "last_used_at"),
        instant(row, "expires_at"),
        row.getObject("second_factor_at") == null ? null : instant(row, "second_factor_at"),
        row.getBoolean("is_revoked"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
