package dev.inlet.webhooks;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.verification.Algorithm;
import dev.inlet.webhooks.verification.Encoding;
import dev.inlet.webhooks.verification.Scheme;
import dev.inlet.webhooks.verification.Verification;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code webhook_verifications} and {@code webhook_secrets}. */
@Singleton
class VerificationRepository {

  /** One statement, so that settings and secrets are of one state. */
  private static final String SELECT =
      """
      SELECT v.scheme, v.header, v.algorithm, v.encoding, v.prefix, v.username, v.networks,
             c.secret_id, c.ciphertext, c.created_at, o.secret_id AS old_id, o.ciphertext AS old_ciphertext, o.expires_at
      FROM webhook_verifications v
      LEFT JOIN webhook_secrets c
        ON c.organization_id = v.organization_id AND c.webhook_id = v.webhook_id AND c.expires_at IS NULL
      LEFT JOIN webhook_secrets o
        ON o.organization_id = v.organization_id AND o.webhook_id = v.webhook_id AND o.expires_at IS NOT NULL
      WHERE v.organization_id = :organization AND v.webhook_id = :webhook
      """;

  private final Database database;
  private final SecretCipher cipher;

  VerificationRepository(Database database, SecretCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** What is demanded of a webhook's senders; empty if nothing is. */
  Optional<StoredVerification> find(OrganizationId organization, WebhookId webhook) {
    return database.inOrganization(organization, handle -> find(organization, handle, webhook));
  }

  Optional<StoredVerification> find(OrganizationId organization, Handle handle, WebhookId webhook) {
    return handle
        .createQuery(SELECT)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .map((row, context) -> stored(row))
        .findOne();
  }

  /** Inserts or replaces what is demanded; its secrets stay. */
  void save(
      OrganizationId organization,
      Handle handle,
      WebhookId webhook,
      Verification verification,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO webhook_verifications (organization_id, webhook_id, scheme, header, algorithm, encoding, prefix,
                                               username, networks, updated_at)
            VALUES (:organization, :webhook, :scheme, :header, :algorithm, :encoding, :prefix, :user, :networks, :now)
            ON CONFLICT (organization_id, webhook_id) DO UPDATE
            SET scheme = excluded.scheme, header = excluded.header, algorithm = excluded.algorithm,
                encoding = excluded.encoding, prefix = excluded.prefix, username = excluded.username,
                networks = excluded.networks, updated_at = excluded.updated_at
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .bind("scheme", verification.scheme())
        .bind("header", verification.header())
        .bind("algorithm", verification.algorithm())
        .bind("encoding", verification.encoding())
        .bind("prefix", verification.prefix())
        .bind("user", verification.user())
        .bindArray("networks", String.class, verification.networks())
        .bind("now", now)
        .execute();
  }

  /** Demands nothing any more, and forgets the secrets. */
  void delete(OrganizationId organization, Handle handle, WebhookId webhook) {
    handle
        .createUpdate(
            "DELETE FROM webhook_verifications WHERE organization_id = :organization AND webhook_id = :webhook")
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .execute();
  }

  /**
   * Forgets secrets.
   *
   * @param onlyOld whether the one that counts stays
   */
  void deleteSecrets(
      OrganizationId organization, Handle handle, WebhookId webhook, boolean onlyOld) {
    handle
        .createUpdate(
            """
            DELETE FROM webhook_secrets
            WHERE organization_id = :organization AND webhook_id = :webhook AND (expires_at IS NOT NULL OR NOT :onlyOld)
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .bind("onlyOld", onlyOld)
        .execute();
  }

  /** Has the secret that counts go on until a time only; there is no older one. */
  void expireSecret(OrganizationId organization, Handle handle, WebhookId webhook, Instant until) {
    handle
        .createUpdate(
            """
            UPDATE webhook_secrets SET expires_at = :until
            WHERE organization_id = :organization AND webhook_id = :webhook AND expires_at IS NULL
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .bind("until", until)
        .execute();
  }

  /** Adds a secret that counts, or one that does until a time. */
  void insertSecret(
      OrganizationId organization,
      Handle handle,
      WebhookId webhook,
      String secret,
      Instant now,
      @Nullable Instant until) {
    UUID id = Ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO webhook_secrets (organization_id, secret_id, webhook_id, ciphertext, created_at, expires_at)
            VALUES (:organization, :secret, :webhook, :ciphertext, :now, :until)
            """)
        .bind("organization", organization.value())
        .bind("secret", id)
        .bind("webhook", webhook.value())
        .bind("ciphertext", cipher.encrypt(handle, organization, id, secret))
        .bind("now", now)
        .bind("until", until)
        .execute();
  }

  private static StoredVerification stored(ResultSet row) throws SQLException {
    Verification verification =
        new Verification(
            Scheme.valueOf(row.getString("scheme")),
            row.getString("header"),
            constant(Algorithm.class, row.getString("algorithm")),
            constant(Encoding.class, row.getString("encoding")),
            row.getString("prefix"),
            row.getString("username"),
            strings(row.getArray("networks")));
    return new StoredVerification(
        verification,
        instant(row, "created_at"),
        secret(row, "secret_id", "ciphertext", null),
        secret(row, "old_id", "old_ciphertext", instant(row, "expires_at")));
  }

  private static @Nullable StoredSecret secret(
      ResultSet row, String id, String ciphertext, @Nullable Instant until) throws SQLException {
    UUID found = row.getObject(id, UUID.class);
    return found == null ? null : new StoredSecret(found, row.getBytes(ciphertext), until);
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
