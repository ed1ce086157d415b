package dev.inlet.identity.apikeys;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code api_keys}. */
@Singleton
class ApiKeyRepository {

  private static final String SELECT =
      """
      SELECT api_key_id, name, role, secret_hash, created_by, created_at, expires_at, last_used_at FROM api_keys
      WHERE organization_id = :organization AND revoked_at IS NULL
      """;

  private final Database database;

  ApiKeyRepository(Database database) {
    this.database = database;
  }

  /** The keys that were not revoked, the newest first, older than an id. */
  List<ApiKey> list(OrganizationId organization, UUID before, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    SELECT + "AND api_key_id < :before ORDER BY api_key_id DESC LIMIT :limit")
                .bind("organization", organization.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> apiKey(row))
                .list());
  }

  Optional<ApiKey> find(OrganizationId organization, UUID id) {
    return database.inOrganization(organization, handle -> find(organization, handle, id));
  }

  Optional<ApiKey> find(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND api_key_id = :id")
        .bind("organization", organization.value())
        .bind("id", id)
        .map((row, context) -> apiKey(row))
        .findOne();
  }

  void insert(OrganizationId organization, Handle handle, ApiKey key) {
    handle
        .createUpdate(
            """
            INSERT INTO api_keys (organization_id, api_key_id, name, role, secret_hash, created_by, created_at, expires_at)
            VALUES (:organization, :id, :name, :role, :hash, :createdBy, :createdAt, :expiresAt)
            """)
        .bind("organization", organization.value())
        .bind("id", key.id())
        .bind("name", key.name())
        .bind("role", key.role())
        .bind("hash", key.secretHash())
        .bind("createdBy", key.createdBy())
        .bind("createdAt", key.createdAt())
        .bind("expiresAt", key.expiresAt())
        .execute();
  }

  boolean revoke(OrganizationId organization, Handle handle, UUID id, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE api_keys SET revoked_at = :at
                WHERE organization_id = :organization AND api_key_id = :id AND revoked_at IS NULL
                """)
            .bind("organization", organization.value())
            .bind("id", id)
            .bind("at", at)
            .execute()
        == 1;
  }

  boolean used(OrganizationId organization, UUID id, Instant at) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE api_keys SET last_used_at = :at
                        WHERE organization_id = :organization AND api_key_id = :id
                        """)
                    .bind("organization", organization.value())
                    .bind("id", id)
                    .bind("at", at)
                    .execute()
                == 1);
  }

  private static ApiKey apiKey(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("api_key_id", UUID.class),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBytes("secret_hash"),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "last_used_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
