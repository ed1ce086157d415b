package dev.inlet.identity;

import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code sessions}. */
@Singleton
class SessionRepository {

  void insert(Handle handle, Session session) {
    handle
        .createUpdate(
            """
            INSERT INTO sessions (session_id, user_id, token_hash, rotated_at, expires_at)
            VALUES (:id, :user, :hash, :rotatedAt, :expiresAt)
            """)
        .bind("id", session.id())
        .bind("user", session.user().value())
        .bind("hash", session.tokenHash())
        .bind("rotatedAt", session.rotatedAt())
        .bind("expiresAt", session.expiresAt())
        .execute();
  }

  /**
   * The session, locked until the transaction ends: of two refreshes at once the second sees the
   * first.
   */
  Optional<Session> findForUpdate(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT session_id, user_id, token_hash, previous_token_hash, rotated_at, expires_at,
                   revoked_at IS NOT NULL AS is_revoked
            FROM sessions WHERE session_id = :id FOR UPDATE
            """)
        .bind("id", id)
        .map((row, context) -> session(row))
        .findOne();
  }

  void rotate(Handle handle, UUID id, byte[] tokenHash, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE sessions SET previous_token_hash = token_hash, token_hash = :hash, rotated_at = :at
            WHERE session_id = :id
            """)
        .bind("id", id)
        .bind("hash", tokenHash)
        .bind("at", at)
        .execute();
  }

  void revoke(Handle handle, UUID id, Instant at) {
    handle
        .createUpdate(
            "UPDATE sessions SET revoked_at = :at WHERE session_id = :id AND revoked_at IS NULL")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject("session_id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getBytes("token_hash"),
        row.getBytes("previous_token_hash"),
        row.getObject("rotated_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("is_revoked"));
  }
}
