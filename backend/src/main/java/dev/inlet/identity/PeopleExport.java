package dev.inlet.identity;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Who belongs to an organization and who was invited; how people sign in is nobody's but theirs.
 */
@Singleton
class PeopleExport implements OrganizationData {

  private final ExportedRows rows;

  PeopleExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "members.ndjson",
            "Who belongs to the organization, and as what.",
            rows.of(
                """
                SELECT m.user_id, u.email, u.name, m.role, m.created_at AS joined_at
                FROM members m JOIN users u USING (user_id)
                WHERE m.organization_id = :organization
                """,
                "user_id")),
        new ExportedFile(
            "invitations.ndjson",
            "Who was invited, when and by whom, and what became of it; without the links.",
            rows.of(
                """
                SELECT invitation_id AS id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at
                FROM invitations WHERE organization_id = :organization
                """,
                "id")));
  }
}
