package dev.inlet.deliveries;

import dev.inlet.testing.Tenant;
import dev.inlet.webhooks.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What came for a tenant just now, of a webhook that need not be there. */
final class Receipts {

  private Receipts() {}

  static Receipt of(Tenant tenant) {
    Instant now = Instant.now();
    return new Receipt(
        tenant.organization(),
        DeliveryId.at(now),
        new WebhookId(UUID.randomUUID()),
        1,
        "192.0.2.1",
        Map.of("Content-Type", List.of("application/json")),
        StoredPayload.whole(new byte[] {1}),
        new long[0],
        null,
        now.plusSeconds(60));
  }
}
