package dev.inlet.webhooks.senders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.queue.QueueSettings;
import dev.inlet.webhooks.schema.Draft;
import dev.inlet.webhooks.schema.SchemaProperty;
import dev.inlet.webhooks.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to know of sending to a webhook.
 *
 * @param organization its name
 * @param webhook its name
 * @param url where to POST to: whoever knows it can
 * @param isAcknowledgedOnReceipt whether the answer comes before the record is written
 * @param deadline when an answer has come
 * @param properties what the schema describes
 * @param example a valid payload; null if none was found
 * @param toldAt when this was true
 */
public record Sending(
    String organization,
    String webhook,
    int version,
    String url,
    boolean isAcknowledgedOnReceipt,
    Duration deadline,
    Draft draft,
    JsonNode schema,
    List<SchemaProperty> properties,
    @Nullable JsonNode example,
    Verification verification,
    Idempotency idempotency,
    QueueSettings queue,
    SendingLimits limits,
    Instant toldAt) {

  /** Without the URL, which opens the webhook. */
  @Override
  public String toString() {
    return "Sending[webhook=%s, version=%d]".formatted(webhook, version);
  }
}
