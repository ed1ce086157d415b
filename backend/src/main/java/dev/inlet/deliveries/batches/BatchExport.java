package dev.inlet.deliveries.batches;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/** An organization's batches, and what became of their deliveries. */
@Singleton
class BatchExport implements OrganizationData {

  private final ExportedRows rows;

  BatchExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "replay-batches.ndjson",
            "Which deliveries were replayed together, and who started that.",
            rows.of(
                """
                SELECT batch_id AS id, state, is_as_now, filter, impossible_because, created_at, created_by, started_at, started_by, ended_at,
                       pause_reason, is_succeeded_confirmed, is_uncertain_confirmed, is_incomplete_confirmed
                FROM replay_batches WHERE organization_id = :organization
                """,
                "id")),
        new ExportedFile(
            "replay-batch-deliveries.ndjson",
            "What was foreseen for each delivery of those batches, and what became of it.",
            rows.of(
                """
                SELECT batch_id, delivery_id, webhook_id, version_number AS version, prospect, outcome_before, state, attempt,
                       reason, sentence
                FROM replay_batch_deliveries WHERE organization_id = :organization
                """,
                "batch_id",
                "delivery_id")));
  }
}
