package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_endpoints} and their secrets, which are decrypted nowhere else. */
@Singleton
class EndpointRepository {

  private static final String SELECT =
      """
      SELECT e.endpoint_id, e.url, e.created_by, e.created_at, e.disabled_at, e.disabled_because,
             (SELECT max(s.expires_at) FROM alert_endpoint_secrets s
              WHERE s.organization_id = e.organization_id AND s.endpoint_id = e.endpoint_id) AS old_secret_until
      FROM alert_endpoints e WHERE e.organization_id = :organization
      """;

  private final Database database;
  private final SecretCipher cipher;

  EndpointRepository(Database database, SecretCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  List<Endpoint> list(OrganizationId organization) {
    return database.inOrganization(organization, handle -> list(organization, handle));
  }

  List<Endpoint> list(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(SELECT + "ORDER BY e.endpoint_id")
        .bind("organization", organization.value())
        .map((row, context) -> endpoint(row))
        .list();
  }

  Optional<Endpoint> find(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND e.endpoint_id = :endpoint")
        .bind("organization", organization.value())
        .bind("endpoint", id)
        .map((row, context) -> endpoint(row))
        .findOne();
  }

  /** An endpoint, locked until the transaction ends. */
  Optional<Endpoint> findForUpdate(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND e.endpoint_id = :endpoint FOR UPDATE OF e")
        .bind("organization", organization.value())
        .bind("endpoint", id)
        .map((row, context) -> endpoint(row))
        .findOne();
  }

  void insert(OrganizationId organization, Handle handle, Endpoint endpoint) {
    handle
        .createUpdate(
            """
            INSERT INTO alert_endpoints (organization_id, endpoint_id, url, created_by, created_at)
            VALUES (:organization, :endpoint, :url, :createdBy, :createdAt)
            """)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint.id())
        .bind("url", endpoint.url().toString())
        .bind("createdBy", endpoint.createdBy())
        .bind("createdAt", endpoint.createdAt())
        .execute();
  }

  /** Changes the address and whether it gets messages. */
  void update(OrganizationId organization, Handle handle, Endpoint endpoint) {
    handle
        .createUpdate(
            """
            UPDATE alert_endpoints SET url = :url, disabled_at = :disabledAt::timestamptz, disabled_because = :disabledBecause
            WHERE organization_id = :organization AND endpoint_id = :endpoint
            """)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint.id())
        .bind("url", endpoint.url().toString())
        .bind("disabledAt", endpoint.disabledAt())
        .bind("disabledBecause", endpoint.disabledBecause())
        .execute();
  }

  /** Lets an endpoint that answered 410 get no more messages, unless it gets none already. */
  void disableGone(OrganizationId organization, Handle handle, UUID id, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE alert_endpoints SET disabled_at = :now, disabled_because = 'GONE'
            WHERE organization_id = :organization AND endpoint_id = :endpoint AND disabled_at IS NULL
            """)
        .bind("organization", organization.value())
        .bind("endpoint", id)
        .bind("now", now)
        .execute();
  }

  void delete(OrganizationId organization, Handle handle, UUID id) {
    handle
        .createUpdate(
            "DELETE FROM alert_endpoints WHERE organization_id = :organization AND endpoint_id = :endpoint")
        .bind("organization", organization.value())
        .bind("endpoint", id)
        .execute();
  }

  /**
   * Has messages signed with a new secret.
   *
   * @param oldUntil until when the one before is good, too; any older one is gone at once
   */
  void addSecret(
      OrganizationId organization,
      Handle handle,
      UUID endpoint,
      String secret,
      Instant now,
      Instant oldUntil) {
    handle
        .createUpdate(
            """
            DELETE FROM alert_endpoint_secrets
            WHERE organization_id = :organization AND endpoint_id = :endpoint AND expires_at IS NOT NULL
            """)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE alert_endpoint_secrets SET expires_at = :until
            WHERE organization_id = :organization AND endpoint_id = :endpoint
            """)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint)
        .bind("until", oldUntil)
        .execute();
    UUID id = Ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO alert_endpoint_secrets (organization_id, secret_id, endpoint_id, ciphertext, created_at)
            VALUES (:organization, :secret, :endpoint, :ciphertext, :now)
            """)
        .bind("organization", organization.value())
        .bind("secret", id)
        .bind("endpoint", endpoint)
        .bind("ciphertext", cipher.encrypt(handle, organization, id, secret))
        .bind("now", now)
        .execute();
  }

  /** What messages are signed with now, the newest first. */
  List<String> secrets(OrganizationId organization, Handle handle, UUID endpoint, Instant now) {
    return handle
        .createQuery(
            """
            SELECT secret_id, ciphertext FROM alert_endpoint_secrets
            WHERE organization_id = :organization AND endpoint_id = :endpoint AND (expires_at IS NULL OR expires_at > :now)
            ORDER BY secret_id DESC
            """)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint)
        .bind("now", now)
        .map(
            (row, context) ->
                cipher.decrypt(
                    handle,
                    organization,
                    row.getObject("secret_id", UUID.class),
                    row.getBytes("ciphertext")))
        .list();
  }

  private static Endpoint endpoint(ResultSet row) throws SQLException {
    String because = row.getString("disabled_because");
    return new Endpoint(
        row.getObject("endpoint_id", UUID.class),
        URI.create(row.getString("url")),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "disabled_at"),
        because == null ? null : Endpoint.Reason.valueOf(because),
        instant(row, "old_secret_until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
