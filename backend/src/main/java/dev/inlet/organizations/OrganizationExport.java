package dev.inlet.organizations;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/** The organization itself. */
@Singleton
class OrganizationExport implements OrganizationData {

  private final ExportedRows rows;

  OrganizationExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "organization.json",
            "The organization's name and settings.",
            rows.of(
                """
                SELECT organization_id AS id, name, slug, requires_second_factor, created_at
                FROM organizations WHERE organization_id = :organization
                """,
                "id")));
  }
}
