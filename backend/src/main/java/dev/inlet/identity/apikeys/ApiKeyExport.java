package dev.inlet.identity.apikeys;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/** An organization's API keys, revoked ones too, without what they are recognised by. */
@Singleton
class ApiKeyExport implements OrganizationData {

  private final ExportedRows rows;

  ApiKeyExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "api-keys.ndjson",
            "Which API keys there are and were; without the keys themselves.",
            rows.of(
                """
                SELECT api_key_id AS id, name, role, created_by, created_at, expires_at, last_used_at, revoked_at
                FROM api_keys WHERE organization_id = :organization
                """,
                "id")));
  }
}
