package dev.inlet.deliveries.batches;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much is replayed together.
 *
 * @param deliveriesMax how many deliveries a batch of replays may have
 */
@ConfigurationProperties("inlet.replay-batches")
record BatchConfiguration(@Bindable(defaultValue = "50000") int deliveriesMax) {}
