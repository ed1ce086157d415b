package dev.inlet.webhooks.queue;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How deliveries wait that are acknowledged on receipt; of no meaning for those that are answered
 * after the action.
 *
 * @param retryForSeconds for how long after its receipt a delivery is tried again that failed for a
 *     reason that can pass: 0 (never) to 259200 (three days)
 * @param isInOrder whether they are worked on one after another, in the order in which they were
 *     acknowledged
 */
@Introspected
public record QueueSettings(
    @Min(value = 0, message = "Deliveries are tried again for up to three days, or never.")
        @Max(
            value = 259_200,
            message = "Deliveries are tried again for up to three days, or never.")
        int retryForSeconds,
    boolean isInOrder) {

  public static final QueueSettings DEFAULT = new QueueSettings(24 * 60 * 60, false);

  public Duration retryFor() {
    return Duration.ofSeconds(retryForSeconds);
  }
}
