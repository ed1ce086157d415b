package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what may have changed of an organization's deliveries within seconds. */
@Singleton
class LiveRepository {

  /** Of each kind, the newest. */
  static final int CANDIDATES_MAX = 1_000;

  /**
   * What was received lately, what is under way as far as it is known, what is being tried once
   * more, and what was. A state is whatever a list shows and may change.
   */
  private static final String STATES =
      """
      SELECT d.delivery_id, concat_ws(' ', d.outcome, d.reason, d.status_code, d.record_id, d.replays_begun,
                                      d.attempts_begun) AS state
      FROM (
        (SELECT organization_id, received_at, delivery_id FROM deliveries
         WHERE organization_id = :organization AND received_at >= :since
         ORDER BY received_at DESC, delivery_id DESC LIMIT :max)
        UNION
        SELECT :organization, * FROM unnest(:times::timestamptz[], :ids::uuid[])
        UNION
        (SELECT organization_id, received_at, delivery_id FROM deliveries
         WHERE organization_id = :organization AND outcome_before IS NOT NULL LIMIT :max)
        UNION
        (SELECT organization_id, received_at, delivery_id FROM attempts
         WHERE organization_id = :organization AND started_by IS NOT NULL AND finished_at >= :since
         ORDER BY finished_at DESC LIMIT :max)
        UNION
        (SELECT organization_id, received_at, delivery_id FROM attempts
         WHERE organization_id = :organization AND number > 1 AND started_by IS NULL AND finished_at >= :since
         ORDER BY finished_at DESC LIMIT :max)
      ) k%s
      ORDER BY d.received_at, d.delivery_id
      """
          .formatted(DeliveryQuery.eachOf("k", "*", ""));

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final Places searches = new Places(1, 2, PATIENCE);
  private final Database database;
  private final DeliveryMasks masks;

  LiveRepository(Database database, DeliveryMasks masks) {
    this.database = database;
    this.masks = masks;
  }

  /**
   * What may have changed, with its state: the oldest first.
   *
   * @param underWay what is looked at whenever it was received
   */
  Map<DeliveryId, String> states(
      OrganizationId organization, Instant since, List<DeliveryId> underWay) {
    return database.inOrganization(
        organization,
        handle -> {
          Map<DeliveryId, String> states = new LinkedHashMap<>();
          handle
              .createQuery(STATES)
              .bind("organization", organization.value())
              .bind("since", since)
              .bind("max", CANDIDATES_MAX)
              .bindArray(
                  "times",
                  OffsetDateTime.class,
                  underWay.stream().map(id -> id.receivedAt().atOffset(ZoneOffset.UTC)).toList())
              .bindArray("ids", UUID.class, underWay.stream().map(DeliveryId::value).toList())
              .map(
                  (row, context) ->
                      states.put(
                          new DeliveryId(row.getObject("delivery_id", UUID.class)),
                          row.getString("state")))
              .forEach(state -> {});
          return states;
        });
  }

  /** What is under way now: the newest. */
  List<DeliveryId> underWay(OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT delivery_id FROM deliveries
                    WHERE organization_id = :organization AND outcome IN ('RECEIVED', 'QUEUED')
                    ORDER BY received_at DESC, delivery_id DESC LIMIT :max
                    """)
                .bind("organization", organization.value())
                .bind("max", CANDIDATES_MAX)
                .mapTo(UUID.class)
                .map(DeliveryId::new)
                .list());
  }

  /**
   * Those of some deliveries that a filter means, the oldest first, masked. What is said of
   * payloads is searched for by few at once: whoever looks on asks every second.
   *
   * @return empty if it is not one's turn to search; ask again
   */
  Optional<List<DeliverySummary>> list(
      OrganizationId organization, DeliveryFilter filter, List<DeliveryId> among) {
    if (!filter.isOfPayload()) {
      return Optional.of(find(organization, filter, among));
    }
    try {
      return Optional.of(searches.in(organization, () -> find(organization, filter, among)));
    } catch (ProblemException e) {
      if (e.type() == ProblemType.TOO_MANY_REQUESTS) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<DeliverySummary> find(
      OrganizationId organization, DeliveryFilter filter, List<DeliveryId> among) {
    List<DeliverySummary> found =
        HeavyReads.inTime(
            DeliveryRepository.TOO_LONG,
            () ->
                database.inOrganization(
                    organization,
                    handle ->
                        DeliveryQuery.WHOLE
                            .list(
                                handle,
                                DeliverySearch.among(
                                    handle,
                                    organization,
                                    filter.during(among),
                                    among), // words are looked for in their time only
                                PageStart.NEWEST,
                                among.size(),
                                (row, context) -> DeliveryColumns.summary(row))
                            .reversed()));
    return masks.masked(organization, found);
  }
}
