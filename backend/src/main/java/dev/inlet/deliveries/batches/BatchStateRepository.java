package dev.inlet.deliveries.batches;

import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Where batches stand, within a transaction for their organization. */
@Singleton
class BatchStateRepository {

  private static final String OF_BATCH =
      "\nWHERE organization_id = :organization AND batch_id = :batch\n";

  /** Where a batch stands, which nobody else changes until this transaction ends. */
  Optional<BatchState> lock(OrganizationId organization, Handle handle, UUID id) {
    return state(organization, handle, id, "FOR UPDATE");
  }

  /** The same for many at once, of whom none changes it. */
  Optional<BatchState> lockShared(OrganizationId organization, Handle handle, UUID id) {
    return state(organization, handle, id, "FOR SHARE");
  }

  private static Optional<BatchState> state(
      OrganizationId organization, Handle handle, UUID id, String lock) {
    return keyed(
            handle.createQuery("SELECT state FROM replay_batches" + OF_BATCH + lock),
            organization,
            id)
        .mapTo(BatchState.class)
        .findOne();
  }

  /** Has whoever counts an organization's batches wait for each other. */
  void lockAll(OrganizationId organization, Handle handle) {
    handle
        .createQuery(
            """
            SELECT pg_advisory_xact_lock(hashtextextended('replay_batches ' || :organization, 0)) IS NULL
            """)
        .bind("organization", organization.toString())
        .mapTo(Boolean.class)
        .one();
  }

  /** How many were started and have not ended. */
  int countUnderWay(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM replay_batches
            WHERE organization_id = :organization AND state IN ('RUNNING', 'PAUSED')
            """)
        .bind("organization", organization.value())
        .mapTo(Integer.class)
        .one();
  }

  void start(
      OrganizationId organization,
      Handle handle,
      UUID id,
      Confirmations confirmations,
      String startedBy,
      Instant startedAt) {
    keyed(
            handle.createUpdate(
                """
                UPDATE replay_batches
                SET state = 'RUNNING', started_by = :startedBy, started_at = :startedAt,
                    is_succeeded_confirmed = :isSucceeded, is_uncertain_confirmed = :isUncertain,
                    is_incomplete_confirmed = :isIncomplete"""
                    + OF_BATCH),
            organization,
            id)
        .bind("startedBy", startedBy)
        .bind("startedAt", startedAt)
        .bind("isSucceeded", confirmations.isSucceeded())
        .bind("isUncertain", confirmations.isUncertain())
        .bind("isIncomplete", confirmations.isIncomplete())
        .execute();
  }

  /**
   * Pauses one.
   *
   * @param reason null if somebody asked for it
   */
  void pause(OrganizationId organization, Handle handle, UUID id, @Nullable String reason) {
    keyed(
            handle.createUpdate(
                "UPDATE replay_batches SET state = 'PAUSED', pause_reason = :reason" + OF_BATCH),
            organization,
            id)
        .bind("reason", reason)
        .execute();
  }

  void resume(OrganizationId organization, Handle handle, UUID id) {
    keyed(
            handle.createUpdate(
                "UPDATE replay_batches SET state = 'RUNNING', pause_reason = NULL, troubles = 0"
                    + OF_BATCH),
            organization,
            id)
        .execute();
  }

  void cancel(OrganizationId organization, Handle handle, UUID id, Instant now) {
    keyed(
            handle.createUpdate(
                "UPDATE replay_batches SET state = 'CANCELLED', ended_at = :now, pause_reason = NULL"
                    + OF_BATCH),
            organization,
            id)
        .bind("now", now)
        .execute();
  }

  /** Ends one of which nothing is left to try. */
  void endIfDone(OrganizationId organization, Handle handle, UUID id, Instant now) {
    keyed(
            handle.createUpdate(
                "UPDATE replay_batches b SET state = 'DONE', ended_at = :now, pause_reason = NULL"
                    + OF_BATCH
                    + """
                    AND state IN ('RUNNING', 'PAUSED')
                    AND NOT EXISTS (SELECT FROM replay_batch_deliveries d
                                    WHERE d.organization_id = b.organization_id AND d.batch_id = b.batch_id
                                      AND d.state IN ('WAITING', 'UNDER_WAY'))
                    """),
            organization,
            id)
        .bind("now", now)
        .execute();
  }

  /**
   * Counts deliveries that fail in a row because of the connection.
   *
   * @param isTrouble whether the last one did
   * @return how many did by now
   */
  int countTroubles(OrganizationId organization, Handle handle, UUID id, boolean isTrouble) {
    return keyed(
            handle.createQuery(
                "UPDATE replay_batches SET troubles = CASE WHEN :isTrouble THEN troubles + 1 ELSE 0 END"
                    + OF_BATCH
                    + "RETURNING troubles"),
            organization,
            id)
        .bind("isTrouble", isTrouble)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  private static <S extends SqlStatement<S>> S keyed(
      S statement, OrganizationId organization, UUID id) {
    return statement.bind("organization", organization.value()).bind("batch", id);
  }
}
