package dev.inlet.webhooks.idempotency;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By what a webhook knows that a delivery is sent again.
 *
 * @param from where the key stands
 * @param name of the header or property; null if there is no key
 * @param windowSeconds for how long a key is held: 60 (a minute) to 2592000 (30 days)
 */
@Introspected
public record Idempotency(
    @NotNull(message = "Say where the key stands: HEADER, PROPERTY or NONE.") KeySource from,
    @Nullable String name,
    @Min(value = 60, message = "A key is held for a minute to 30 days.")
        @Max(value = 2_592_000, message = "A key is held for a minute to 30 days.")
        int windowSeconds) {

  public static final Idempotency DEFAULT =
      new Idempotency(KeySource.HEADER, "Idempotency-Key", 24 * 60 * 60);

  public Duration window() {
    return Duration.ofSeconds(windowSeconds);
  }
}
