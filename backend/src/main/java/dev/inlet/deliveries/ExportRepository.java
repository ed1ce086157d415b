package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads many deliveries of an organization. */
@Singleton
class ExportRepository {

  private final Database database;
  private final HeavyReads heavyReads;
  private final DeliveryMasks masks;

  ExportRepository(Database database, HeavyReads heavyReads, DeliveryMasks masks) {
    this.database = database;
    this.heavyReads = heavyReads;
    this.masks = masks;
  }

  /** When the first delivery came, of those from an instant on. */
  Optional<Instant> first(OrganizationId organization, Instant from) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT min(received_at) FROM deliveries
                    WHERE organization_id = :organization AND received_at >= :from
                    """)
                .bind("organization", organization.value())
                .bind("from", from)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
  }

  /**
   * Deliveries from a start on, the newest first: at most {@link DeliveryStretches#ROWS}, and
   * bodies of about {@link DeliveryStretches#BYTES}, masked.
   */
  List<ExportedDelivery> list(OrganizationId organization, DeliveryFilter filter, PageStart start) {
    List<ExportedDelivery> found =
        heavyReads.run(
            organization,
            DeliveryRepository.TOO_LONG,
            () ->
                database.inOrganization(
                    organization,
                    handle ->
                        DeliveryQuery.WHOLE.atOnce(
                            handle,
                            DeliverySearch.of(handle, organization, filter),
                            start,
                            DeliveryStretches.ROWS,
                            DeliveryStretches.BYTES,
                            (row, context) -> ExportedDelivery.of(row))));
    return masks.maskedWhole(organization, found);
  }
}
