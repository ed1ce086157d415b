package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.deliveries.ReplayProspect;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a batch.
 *
 * @param webhookName null if nothing is known of it any more
 * @param version the number of the webhook's version that handles it
 * @param prospect what trying it would come to, as it was when the batch was planned
 * @param outcomeBefore what the delivery had become by then
 * @param state where it stands within the batch
 * @param reason why the batch's try did not succeed; null otherwise
 * @param sentence why it was skipped; null otherwise
 */
@Introspected
@Schema(name = "ReplayBatchDelivery")
record BatchedDelivery(
    UUID deliveryId,
    Instant receivedAt,
    UUID webhookId,
    @Nullable String webhookName,
    int version,
    ReplayProspect prospect,
    Outcome outcomeBefore,
    BatchedState state,
    @Nullable Reason reason,
    @Nullable String sentence) {}
