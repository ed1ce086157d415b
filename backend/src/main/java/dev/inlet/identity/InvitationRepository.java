package dev.inlet.identity;

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

/** The rows of {@code invitations}. */
@Singleton
class InvitationRepository {

  /** Open are those that were neither accepted nor revoked; they may have expired. */
  private static final String SELECT_OPEN =
      """
      SELECT invitation_id, email, role, secret_ciphertext, invited_by, invited_by_id, created_at,
             expires_at FROM invitations
      WHERE organization_id = :organization AND accepted_at IS NULL AND revoked_at IS NULL
      """;

  private final Database database;

  InvitationRepository(Database database) {
    this.database = database;
  }

  /** The open invitations, the newest first, older than an id. */
  List<Invitation> listOpen(OrganizationId organization, UUID before, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    SELECT_OPEN
                        + "AND invitation_id < :before ORDER BY invitation_id DESC LIMIT :limit")
                .bind("organization", organization.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> invitation(row))
                .list());
  }

  /** An open invitation, locked until the transaction ends. */
  Optional<Invitation> findOpenForUpdate(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT_OPEN + "AND invitation_id = :id FOR UPDATE")
        .bind("organization", organization.value())
        .bind("id", id)
        .map((row, context) -> invitation(row))
        .findOne();
  }

  /** Inserts an invitation; false if there is an open one for the same address. */
  boolean insert(OrganizationId organization, Handle handle, Invitation invitation) {
    return handle
            .createUpdate(
                """
                INSERT INTO invitations (organization_id, invitation_id, email, role, secret_ciphertext, invited_by,
                                         invited_by_id, created_at, expires_at)
                VALUES (:organization, :id, :email, :role, :secret, :invitedBy, :invitedById, :createdAt, :expiresAt)
                ON CONFLICT DO NOTHING
                """)
            .bind("organization", organization.value())
            .bind("id", invitation.id())
            .bind("email", invitation.email())
            .bind("role", invitation.role())
            .bind("secret", invitation.secretCiphertext())
            .bind("invitedBy", invitation.invitedBy())
            .bind("invitedById", invitation.invitedById())
            .bind("createdAt", invitation.createdAt())
            .bind("expiresAt", invitation.expiresAt())
            .execute()
        == 1;
  }

  boolean prolong(OrganizationId organization, Handle handle, UUID id, Instant expiresAt) {
    return set(organization, handle, id, "expires_at", expiresAt);
  }

  boolean accept(OrganizationId organization, Handle handle, UUID id, Instant at) {
    return set(organization, handle, id, "accepted_at", at);
  }

  boolean revoke(OrganizationId organization, Handle handle, UUID id, Instant at) {
    return set(organization, handle, id, "revoked_at", at);
  }

  /** Revokes what somebody invited and nobody accepted yet, and tells what that was. */
  List<Invitation> revokeAllOf(
      OrganizationId organization, Handle handle, UUID inviter, Instant at) {
    return handle
        .createQuery(
            """
            UPDATE invitations SET revoked_at = :at
            WHERE organization_id = :organization AND invited_by_id = :inviter
              AND accepted_at IS NULL AND revoked_at IS NULL
            RETURNING invitation_id, email, role, secret_ciphertext, invited_by, invited_by_id, created_at, expires_at
            """)
        .bind("organization", organization.value())
        .bind("inviter", inviter)
        .bind("at", at)
        .map((row, context) -> invitation(row))
        .list();
  }

  private static boolean set(
      OrganizationId organization, Handle handle, UUID id, String column, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE invitations SET %s = :at
                WHERE organization_id = :organization AND invitation_id = :id
                  AND accepted_at IS NULL AND revoked_at IS NULL
                """
                    .formatted(column))
            .bind("organization", organization.value())
            .bind("id", id)
            .bind("at", at)
            .execute()
        == 1;
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("invitation_id", UUID.class),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        row.getBytes("secret_ciphertext"),
        row.getString("invited_by"),
        row.getObject("invited_by_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
