package dev.inlet.connections;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code connections}; the only place where a password is encrypted or decrypted. */
@Singleton
class ConnectionRepository {

  private static final String SELECT =
      """
      SELECT connection_id, edition, base_url, username, time_zone, concurrent_calls_max, updated_at,
             password_ciphertext, credentials_failing_since, credentials_revision
      FROM connections WHERE organization_id = :organization
      """;

  private final Database database;
  private final SecretCipher cipher;

  ConnectionRepository(Database database, SecretCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  record WithPassword(Connection connection, String password, StoredCredentials credentials) {

    @Override
    public String toString() {
      return connection.toString();
    }
  }

  Optional<Connection> find(OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(SELECT)
                .bind("organization", organization.value())
                .map((row, context) -> connection(row))
                .findOne());
  }

  /** Since when iMIS refuses the stored credentials; empty if it does not, as far as is known. */
  Optional<Instant> credentialsFailingSince(OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT credentials_failing_since FROM connections
                    WHERE organization_id = :organization AND credentials_failing_since IS NOT NULL
                    """)
                .bind("organization", organization.value())
                .mapTo(Instant.class)
                .findOne());
  }

  /**
   * Sets since when iMIS refuses the credentials of a connection; false if that is no news, or they
   * are not the stored ones any more.
   *
   * @param failingSince null if iMIS accepted them
   */
  boolean setFailingSince(
      OrganizationId organization,
      Handle handle,
      Connection connection,
      @Nullable Instant failingSince) {
    return handle
            .createUpdate(
                """
                UPDATE connections
                SET credentials_failing_since = :failingSince, credentials_revision = credentials_revision + 1
                WHERE organization_id = :organization AND connection_id = :id AND updated_at = :updatedAt
                  AND (credentials_failing_since IS NULL) = (:failingSince::timestamptz IS NOT NULL)
                """)
            .bind("organization", organization.value())
            .bind("id", connection.id())
            .bind("updatedAt", connection.updatedAt())
            .bind("failingSince", failingSince)
            .execute()
        == 1;
  }

  /** How iMIS takes the credentials of a connection; empty if they are not the stored ones. */
  Optional<StoredCredentials> findCredentials(
      OrganizationId organization, Handle handle, Connection connection) {
    return handle
        .createQuery(SELECT + " AND connection_id = :id AND updated_at = :updatedAt")
        .bind("organization", organization.value())
        .bind("id", connection.id())
        .bind("updatedAt", connection.updatedAt())
        .map((row, context) -> credentials(row))
        .findOne();
  }

  /** The connection, locked until the transaction ends. */
  Optional<Connection> findForUpdate(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(SELECT + " FOR UPDATE")
        .bind("organization", organization.value())
        .map((row, context) -> connection(row))
        .findOne();
  }

  Optional<WithPassword> findWithPassword(OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(SELECT)
                .bind("organization", organization.value())
                .map((row, context) -> withPassword(handle, organization, row))
                .findOne());
  }

  /**
   * Inserts or replaces the organization's connection.
   *
   * @param password null keeps the one that is stored, if it is for the same address and user
   * @return false if it is not: whoever pointed a stored password elsewhere would learn it
   */
  boolean save(
      OrganizationId organization,
      Handle handle,
      Connection connection,
      @Nullable String password) {
    if (password == null) {
      return update(handle, organization, connection);
    }
    byte[] ciphertext = cipher.encrypt(handle, organization, connection.id(), password);
    insertOrUpdate(handle, organization, connection, ciphertext);
    return true;
  }

  private static boolean update(Handle handle, OrganizationId organization, Connection connection) {
    return handle
            .createUpdate(
                """
                UPDATE connections
                SET edition = :edition, time_zone = :timeZone, concurrent_calls_max = :calls, updated_at = :updatedAt
                WHERE organization_id = :organization AND connection_id = :id
                  AND base_url = :baseUrl AND username = :username
                """)
            .bind("organization", organization.value())
            .bind("id", connection.id())
            .bind("edition", connection.edition().code())
            .bind("baseUrl", connection.baseUrl().toString())
            .bind("username", connection.username())
            .bind("timeZone", connection.timeZone().getId())
            .bind("calls", connection.concurrentCallsMax())
            .bind("updatedAt", connection.updatedAt())
            .execute()
        == 1;
  }

  private static void insertOrUpdate(
      Handle handle, OrganizationId organization, Connection connection, byte[] ciphertext) {
    handle
        .createUpdate(
            """
            INSERT INTO connections (organization_id, connection_id, edition, base_url, username,
                                     password_ciphertext, time_zone, concurrent_calls_max, updated_at)
            VALUES (:organization, :id, :edition, :baseUrl, :username, :ciphertext, :timeZone, :calls, :updatedAt)
            ON CONFLICT (organization_id, connection_id) DO UPDATE
            SET edition = :edition, base_url = :baseUrl, username = :username, password_ciphertext = :ciphertext,
                time_zone = :timeZone, concurrent_calls_max = :calls, updated_at = :updatedAt,
                credentials_failing_since = NULL, credentials_revision = connections.credentials_revision + 1
            """)
        .bind("organization", organization.value())
        .bind("id", connection.id())
        .bind("edition", connection.edition().code())
        .bind("baseUrl", connection.baseUrl().toString())
        .bind("username", connection.username())
        .bind("ciphertext", ciphertext)
        .bind("timeZone", connection.timeZone().getId())
        .bind("calls", connection.concurrentCallsMax())
        .bind("updatedAt", connection.updatedAt())
        .execute();
  }

  private WithPassword withPassword(Handle handle, OrganizationId organization, ResultSet row)
      throws SQLException {
    Connection connection = connection(row);
    byte[] ciphertext = row.getBytes("password_ciphertext");
    return new WithPassword(
        connection,
        cipher.decrypt(handle, organization, connection.id(), ciphertext),
        credentials(row));
  }

  private static StoredCredentials credentials(ResultSet row) throws SQLException {
    OffsetDateTime failingSince = row.getObject("credentials_failing_since", OffsetDateTime.class);
    return new StoredCredentials(
        row.getLong("credentials_revision"),
        failingSince == null ? null : failingSince.toInstant());
  }

  private static Connection connection(ResultSet row) throws SQLException {
    return new Connection(
        row.getObject("connection_id", UUID.class),
        Edition.named(row.getString("edition")).orElseThrow(),
        URI.create(row.getString("base_url")),
        row.getString("username"),
        ZoneId.of(row.getString("time_zone")),
        row.getInt("concurrent_calls_max"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
