package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.ReplayProspect;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of a batch that is now the claimant's to see to.
 *
 * @param version the number of the webhook's version that is to handle it
 * @param outcome what it had become when the batch was planned
 * @param attempts how many attempts were begun by then
 * @param attempt the number of the one that the batch began; null if it began none
 * @param claims how often it was claimed, this time included
 * @param until tells this claim from the next one
 */
record Claim(
    UUID batch,
    DeliveryId delivery,
    int version,
    Outcome outcome,
    int attempts,
    ReplayProspect prospect,
    @Nullable Integer attempt,
    int claims,
    Instant until) {}
