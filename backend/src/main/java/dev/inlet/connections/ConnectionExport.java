package dev.inlet.connections;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/** An organization's connection; its password is "set" here, too. */
@Singleton
class ConnectionExport implements OrganizationData {

  private final ExportedRows rows;

  ConnectionExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "connection.json",
            "The connection to iMIS, without its password; empty if there is none.",
            rows.of(
                """
                SELECT connection_id AS id, edition, base_url, username, 'set' AS password, time_zone,
                       concurrent_calls_max, created_at, updated_at
                FROM connections WHERE organization_id = :organization
                """,
                "id")));
  }
}
