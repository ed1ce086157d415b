package dev.inlet.deliveries;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organization's deliveries with their bodies and attempts, and how long they are kept. */
@Singleton
class DeliveryExport implements OrganizationData {

  private static final DeliveryId BEFORE_ALL = new DeliveryId(new UUID(0, 0));

  private final DeliveryRepository deliveries;
  private final ExportedRows rows;
  private final Clock clock;

  DeliveryExport(DeliveryRepository deliveries, ExportedRows rows, Clock clock) {
    this.deliveries = deliveries;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "deliveries.ndjson",
            "Every delivery as it is stored, nothing masked, with what was sent to iMIS and what came back. "
                + "A body is text (\"utf-8\") or, where its bytes are none, Base64.",
            this::write),
        new ExportedFile(
            "delivery-retention.json",
            "For how many days deliveries are kept; empty for as long as the installation keeps any.",
            rows.of(
                "SELECT days FROM delivery_retention WHERE organization_id = :organization",
                "days")));
  }

  /** Up to now: what is delivered meanwhile would keep an export from ever ending. */
  private void write(ExportedFile.Lines lines, OrganizationId organization) throws IOException {
    Instant until = clock.instant();
    List<DeliveryResponse> batch = deliveries.listAfter(organization, BEFORE_ALL, until);
    while (!batch.isEmpty()) {
      for (DeliveryResponse delivery : batch) {
        lines.add(delivery);
      }
      DeliveryId last = new DeliveryId(batch.getLast().summary().id());
      batch = deliveries.listAfter(organization, last, until);
    }
  }
}
