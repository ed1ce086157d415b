package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.HeavyReads;
import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of {@code replay_batches}. */
@Singleton
class BatchRepository {

  private static final String SELECT =
      """
      SELECT b.batch_id, b.state, b.is_as_now, b.filter, b.impossible_because, b.created_at, b.created_by, b.started_at, b.started_by, b.ended_at,
             b.pause_reason, b.is_succeeded_confirmed, b.is_uncertain_confirmed, b.is_incomplete_confirmed, c.*
      FROM replay_batches b
      CROSS JOIN LATERAL (
        SELECT %s, %s FROM replay_batch_deliveries d
        WHERE d.organization_id = b.organization_id AND d.batch_id = b.batch_id) c
      WHERE b.organization_id = :organization
      """
          .formatted(
              counts("prospect", ReplayProspect.values()), counts("state", BatchedState.values()));

  private static final String TOO_LONG =
      "There are too many deliveries in these batches to count. Ask for fewer batches at once.";

  private final Database database;
  private final HeavyReads heavyReads;

  BatchRepository(Database database, HeavyReads heavyReads) {
    this.database = database;
    this.heavyReads = heavyReads;
  }

  /** The newest first. Their deliveries are counted, which may be many. */
  List<Batch> list(OrganizationId organization, @Nullable UUID before, int limit) {
    return heavyReads.run(
        organization,
        TOO_LONG,
        () ->
            database.inOrganization(
                organization,
                handle ->
                    handle
                        .createQuery(
                            SELECT
                                + """
                                AND (:before::uuid IS NULL OR b.batch_id < :before::uuid)
                                ORDER BY b.batch_id DESC LIMIT :limit
                                """)
                        .bind("organization", organization.value())
                        .bind("before", before)
                        .bind("limit", limit)
                        .map((row, context) -> batch(organization, row))
                        .list()));
  }

  /** One that somebody started. */
  Optional<StartedBatch> findStarted(OrganizationId organization, UUID id) {
    return database.inOrganization(
        organization,
        handle ->
            keyed(
                    handle.createQuery(
                        """
                        SELECT started_by, is_succeeded_confirmed, is_uncertain_confirmed, is_incomplete_confirmed
                        FROM replay_batches
                        WHERE organization_id = :organization AND batch_id = :batch AND started_at IS NOT NULL
                        """),
                    organization,
                    id)
                .map(
                    (row, context) ->
                        new StartedBatch(row.getString("started_by"), confirmations(row)))
                .findOne());
  }

  Optional<Batch> find(OrganizationId organization, UUID id) {
    return database.inOrganization(organization, handle -> find(organization, handle, id));
  }

  Optional<Batch> find(OrganizationId organization, Handle handle, UUID id) {
    return keyed(handle.createQuery(SELECT + "AND b.batch_id = :batch"), organization, id)
        .map((row, context) -> batch(organization, row))
        .findOne();
  }

  /** Those that were planned and not started, the newest first. */
  List<UUID> listPlanned(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(
            """
            SELECT batch_id FROM replay_batches
            WHERE organization_id = :organization AND state = 'PLANNED' ORDER BY batch_id DESC FOR UPDATE
            """)
        .bind("organization", organization.value())
        .mapTo(UUID.class)
        .list();
  }

  /**
   * Adds one that is planned.
   *
   * @param filter as JSON
   * @param impossibleBecause as JSON
   */
  void insert(
      OrganizationId organization,
      Handle handle,
      UUID id,
      boolean isAsNow,
      @Nullable String filter,
      String impossibleBecause,
      String createdBy,
      Instant createdAt) {
    keyed(
            handle.createUpdate(
                """
                INSERT INTO replay_batches (organization_id, batch_id, state, is_as_now, filter, impossible_because, created_by,
                                            created_at)
                VALUES (:organization, :batch, 'PLANNED', :isAsNow, :filter::json, :impossibleBecause::json, :createdBy, :createdAt)
                """),
            organization,
            id)
        .bind("isAsNow", isAsNow)
        .bind("filter", filter)
        .bind("impossibleBecause", impossibleBecause)
        .bind("createdBy", createdBy)
        .bind("createdAt", createdAt)
        .execute();
  }

  /** Deletes one, but not its deliveries. */
  void delete(OrganizationId organization, Handle handle, UUID id) {
    keyed(
            handle.createUpdate(
                "DELETE FROM replay_batches WHERE organization_id = :organization AND batch_id = :batch"),
            organization,
            id)
        .execute();
  }

  private static <S extends SqlStatement<S>> S keyed(
      S statement, OrganizationId organization, UUID id) {
    return statement.bind("organization", organization.value()).bind("batch", id);
  }

  private static String counts(String column, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(
            value ->
                "count(*) FILTER (WHERE d.%1$s = '%2$s') AS %1$s_%2$s"
                    .formatted(column, value.name()))
        .collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> Map<E, Integer> counts(
      ResultSet row, String column, Class<E> type) throws SQLException {
    Map<E, Integer> counts = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      counts.put(value, row.getInt(column + "_" + value.name()));
    }
    return counts;
  }

  private static Batch batch(OrganizationId organization, ResultSet row) throws SQLException {
    return new Batch(
        organization,
        row.getObject("batch_id", UUID.class),
        BatchState.valueOf(row.getString("state")),
        row.getBoolean("is_as_now"),
        row.getString("filter"),
        row.getString("impossible_because"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        time(row, "started_at"),
        row.getString("started_by"),
        time(row, "ended_at"),
        row.getString("pause_reason"),
        confirmations(row),
        counts(row, "prospect", ReplayProspect.class),
        counts(row, "state", BatchedState.class));
  }

  private static Confirmations confirmations(ResultSet row) throws SQLException {
    return new Confirmations(
        row.getBoolean("is_succeeded_confirmed"),
        row.getBoolean("is_uncertain_confirmed"),
        row.getBoolean("is_incomplete_confirmed"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
