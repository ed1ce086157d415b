package dev.inlet.webhooks;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code webhook_keys} that were or are to be replaced. */
@Singleton
class UrlRepository {

  private final Database database;

  UrlRepository(Database database) {
    this.database = database;
  }

  /**
   * A webhook's key that was replaced and works at a time; there is one at most, except where
   * clocks differ: then the one that works longest.
   */
  Optional<OldUrl> findOld(
      OrganizationId organization, Handle handle, WebhookId webhook, Instant at) {
    return handle
        .createQuery(
            """
            SELECT key, ends_at, last_used_at FROM webhook_keys
            WHERE organization_id = :organization AND webhook_id = :webhook AND ends_at > :at
            ORDER BY ends_at DESC LIMIT 1
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .bind("at", at)
        .map((row, context) -> old(row))
        .findOne();
  }

  /** From when on a key opens nothing; empty if it counts on. */
  Optional<Instant> findEnd(OrganizationId organization, String key) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT ends_at FROM webhook_keys
                    WHERE organization_id = :organization AND key = :key AND ends_at IS NOT NULL
                    """)
                .bind("organization", organization.value())
                .bind("key", key)
                .mapTo(Instant.class)
                .findOne());
  }

  /** Gives a webhook another key; the one before works until a time. */
  void replace(
      OrganizationId organization,
      Handle handle,
      WebhookId webhook,
      String key,
      Instant now,
      Instant oldUntil) {
    handle
        .createUpdate(
            """
            UPDATE webhook_keys SET ends_at = :until
            WHERE organization_id = :organization AND webhook_id = :webhook AND ends_at IS NULL
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .bind("until", oldUntil)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO webhook_keys (organization_id, key, webhook_id, created_at)
            VALUES (:organization, :key, :webhook, :now)
            """)
        .bind("organization", organization.value())
        .bind("key", key)
        .bind("webhook", webhook.value())
        .bind("now", now)
        .execute();
  }

  /** Ends the key that was replaced; false if there is none that works. */
  boolean endOld(OrganizationId organization, Handle handle, WebhookId webhook, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE webhook_keys SET ends_at = :now
                WHERE organization_id = :organization AND webhook_id = :webhook AND ends_at > :now
                """)
            .bind("organization", organization.value())
            .bind("webhook", webhook.value())
            .bind("now", now)
            .execute()
        > 0;
  }

  /** Writes down that a key that was replaced was used. */
  void used(OrganizationId organization, String key, Instant at) {
    database.useOrganization(
        organization,
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE webhook_keys SET last_used_at = :at
                    WHERE organization_id = :organization AND key = :key AND ends_at IS NOT NULL
                      AND (last_used_at IS NULL OR last_used_at < :at)
                    """)
                .bind("organization", organization.value())
                .bind("key", key)
                .bind("at", at)
                .execute());
  }

  private static OldUrl old(ResultSet row) throws SQLException {
    return new OldUrl(
        row.getString("key"),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
