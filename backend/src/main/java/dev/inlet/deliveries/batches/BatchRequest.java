package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.DeliveryFilter;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed together: deliveries that are named, or those that a filter means.
 *
 * @param deliveryIds at most 500; left out if there is a filter
 * @param filter left out if deliveries are named
 * @param isAsNow whether each is handled by its webhook's present version, else by the one that
 *     took it
 */
@Introspected
@Schema(name = "ReplayBatchRequest")
record BatchRequest(
    @Nullable @Size(min = 1, max = 500, message = "Name 1 to 500 deliveries, or give a filter.")
        List<@NotNull(message = "An id is missing.") UUID> deliveryIds,
    @Nullable @Valid Filter filter,
    @NotNull(message = "Say whether the present versions are to handle them.") Boolean isAsNow) {

  /** The same as that of the list of deliveries. */
  @Introspected
  @Schema(name = "ReplayBatchRequestFilter")
  record Filter(
      @Nullable UUID webhookId,
      @Nullable Integer version,
      @Nullable Outcome outcome,
      @Nullable Reason reason,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String source,
      @Nullable String q,
      @Nullable String property,
      @Nullable String value) {

    DeliveryFilter meant() {
      return new DeliveryFilter(
          webhookId,
          version,
          outcome,
          reason,
          from,
          to,
          source,
          q,
          DeliveryFilter.PropertyValue.of(property, value));
    }
  }
}
