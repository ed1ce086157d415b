package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What arrived.
 *
 * @param headers as received, those with secrets left out
 * @param payload as much of the body as may be stored
 * @param terms what it can be found by
 * @param validation how long reading the body, parsing and validating it took; null if it did not
 *     arrive completely
 * @param deadlineAt when nobody works on it any more
 */
public record Receipt(
    OrganizationId organization,
    DeliveryId id,
    WebhookId webhook,
    int version,
    String sourceAddress,
    Map<String, List<String>> headers,
    StoredPayload payload,
    long[] terms,
    @Nullable Duration validation,
    Instant deadlineAt) {

  public DeliveryKey key() {
    return new DeliveryKey(organization, id);
  }
}
