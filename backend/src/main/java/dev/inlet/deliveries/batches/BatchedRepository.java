package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.PlannedReplay;
import dev.inlet.deliveries.Reason;
import dev.inlet.deliveries.ReplayEnd;
import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The rows of {@code replay_batch_deliveries}. */
@Singleton
class BatchedRepository {

  private static final int INSERTED_AT_ONCE = 5_000;

  private final Database database;

  BatchedRepository(Database database) {
    this.database = database;
  }

  /**
   * Those of a batch, the oldest first.
   *
   * @param state where they stand; null for all
   */
  List<BatchedDelivery> list(
      OrganizationId organization,
      UUID batch,
      @Nullable BatchedState state,
      @Nullable UUID after,
      int limit) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT d.delivery_id, d.webhook_id, w.name AS webhook_name, d.version_number, d.prospect, d.outcome_before,
                           d.state, d.reason, d.sentence
                    FROM replay_batch_deliveries d
                    LEFT JOIN webhooks w ON w.organization_id = d.organization_id AND w.webhook_id = d.webhook_id
                    WHERE d.organization_id = :organization AND d.batch_id = :batch
                      AND (:state::text IS NULL OR d.state = :state::text) AND (:after::uuid IS NULL OR d.delivery_id > :after::uuid)
                    ORDER BY d.delivery_id LIMIT :limit
                    """)
                .bind("organization", organization.value())
                .bind("batch", batch)
                .bind("state", state)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> batched(row))
                .list());
  }

  /** Adds what was planned; what is impossible is skipped from the beginning. */
  void insert(OrganizationId organization, Handle handle, UUID batch, List<PlannedReplay> planned) {
    for (int first = 0; first < planned.size(); first += INSERTED_AT_ONCE) {
      insertSome(
          organization,
          handle,
          batch,
          planned.subList(first, Math.min(planned.size(), first + INSERTED_AT_ONCE)));
    }
  }

  private static void insertSome(
      OrganizationId organization, Handle handle, UUID batch, List<PlannedReplay> some) {
    Update insert =
        handle
            .createUpdate(
                """
                INSERT INTO replay_batch_deliveries (organization_id, batch_id, delivery_id, webhook_id, version_number,
                                                     outcome_before, attempts_before, prospect, state, due_at, sentence)
                SELECT :organization, :batch, delivery, webhook, version, outcome, attempts, prospect,
                       CASE prospect WHEN 'IMPOSSIBLE' THEN 'SKIPPED' ELSE 'WAITING' END, due, sentence
                FROM unnest(:deliveries::uuid[], :webhooks::uuid[], :versions::integer[], :outcomes::text[],
                            :attempts::integer[], :prospects::text[], :dues::timestamptz[], :sentences::text[])
                  AS planned (delivery, webhook, version, outcome, attempts, prospect, due, sentence)
                """)
            .bind("organization", organization.value())
            .bind("batch", batch);
    bind(insert, "deliveries", UUID.class, some, each -> each.delivery().value());
    bind(insert, "webhooks", UUID.class, some, each -> each.webhook().value());
    bind(insert, "versions", Integer.class, some, PlannedReplay::version);
    bind(insert, "outcomes", String.class, some, each -> each.outcome().name());
    bind(insert, "attempts", Integer.class, some, PlannedReplay::attemptsBegun);
    bind(insert, "prospects", String.class, some, each -> each.prospect().name());
    bind(insert, "dues", OffsetDateTime.class, some, each -> each.dueAt().atOffset(ZoneOffset.UTC));
    bind(insert, "sentences", String.class, some, PlannedReplay::sentence);
    insert.execute();
  }

  private static <T> void bind(
      Update insert,
      String name,
      Class<T> type,
      List<PlannedReplay> planned,
      Function<PlannedReplay, @Nullable T> value) {
    insert.bindArray(name, type, planned.stream().map(value).toList());
  }

  /** Deletes those of a batch. */
  void delete(OrganizationId organization, Handle handle, UUID batch) {
    handle
        .createUpdate(
            "DELETE FROM replay_batch_deliveries WHERE organization_id = :organization AND batch_id = :batch")
        .bind("organization", organization.value())
        .bind("batch", batch)
        .execute();
  }

  /**
   * Skips those that wait.
   *
   * @param prospect which of them; null for all
   * @param sentence why
   */
  void skipWaiting(
      OrganizationId organization,
      Handle handle,
      UUID batch,
      @Nullable ReplayProspect prospect,
      String sentence) {
    handle
        .createUpdate(
            """
            UPDATE replay_batch_deliveries SET state = 'SKIPPED', sentence = :sentence
            WHERE organization_id = :organization AND batch_id = :batch AND state = 'WAITING'
              AND (:prospect::text IS NULL OR prospect = :prospect::text)
            """)
        .bind("organization", organization.value())
        .bind("batch", batch)
        .bind("prospect", prospect)
        .bind("sentence", sentence)
        .execute();
  }

  /**
   * Writes down which attempt a claimed one is tried by, once and for all.
   *
   * @return whether the claim still holds, and none was begun before
   */
  boolean begin(OrganizationId organization, Handle handle, Claim claim, int attempt) {
    return claimed(
                handle.createUpdate(
                    "UPDATE replay_batch_deliveries SET attempt = :attempt"
                        + CLAIMED
                        + "AND attempt IS NULL"),
                organization,
                claim)
            .bind("attempt", attempt)
            .execute()
        == 1;
  }

  /** Writes down what came of a claimed one; false if the claim does not hold any more. */
  boolean end(OrganizationId organization, Handle handle, Claim claim, ReplayEnd end) {
    return claimed(
                handle.createUpdate(
                    "UPDATE replay_batch_deliveries SET state = :state, claimed_until = NULL, reason = :reason"
                        + CLAIMED),
                organization,
                claim)
            .bind("state", BatchedState.of(end.outcome()))
            .bind("reason", end.reason())
            .execute()
        == 1;
  }

  /** Skips a claimed one that was not begun; false if the claim does not hold any more. */
  boolean skip(OrganizationId organization, Handle handle, Claim claim, String sentence) {
    return claimed(
                handle.createUpdate(
                    "UPDATE replay_batch_deliveries SET state = 'SKIPPED', claimed_until = NULL, sentence = :sentence"
                        + CLAIMED
                        + "AND attempt IS NULL"),
                organization,
                claim)
            .bind("sentence", sentence)
            .execute()
        == 1;
  }

  /** Lets a claimed one that was not begun wait again. */
  void release(OrganizationId organization, Handle handle, Claim claim) {
    claimed(
            handle.createUpdate(
                "UPDATE replay_batch_deliveries SET state = 'WAITING', claimed_until = NULL, claims = 0"
                    + CLAIMED
                    + "AND attempt IS NULL"),
            organization,
            claim)
        .execute();
  }

  private static final String CLAIMED =
      """

      WHERE organization_id = :organization AND batch_id = :batch AND delivery_id = :delivery
        AND state = 'UNDER_WAY' AND claimed_until = :until
      """;

  private static Update claimed(Update update, OrganizationId organization, Claim claim) {
    return update
        .bind("organization", organization.value())
        .bind("batch", claim.batch())
        .bind("delivery", claim.delivery().value())
        .bind("until", claim.until());
  }

  private static BatchedDelivery batched(ResultSet row) throws SQLException {
    UUID delivery = row.getObject("delivery_id", UUID.class);
    String reason = row.getString("reason");
    return new BatchedDelivery(
        delivery,
        new DeliveryId(delivery).receivedAt(),
        row.getObject("webhook_id", UUID.class),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        ReplayProspect.valueOf(row.getString("prospect")),
        Outcome.valueOf(row.getString("outcome_before")),
        BatchedState.valueOf(row.getString("state")),
        reason == null ? null : Reason.valueOf(reason),
        row.getString("sentence"));
  }
}
