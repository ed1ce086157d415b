package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
import dev.inlet.platform.problem.ProblemException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter of an organization's deliveries, as it stands in an address; what is left out does not
 * narrow.
 */
@Introspected
record FilterParameters(
    @Parameter(description = "the webhook that took them") @Nullable @QueryValue UUID webhookId,
    @Parameter(description = "one of the webhook's versions") @Nullable @QueryValue Integer version,
    @Parameter(description = "what became of them") @Nullable @QueryValue Outcome outcome,
    @Parameter(description = "why they ended so") @Nullable @QueryValue Reason reason,
    @Parameter(description = "the first instant (RFC 3339)") @Nullable @QueryValue Instant from,
    @Parameter(description = "the instant after the last (RFC 3339)") @Nullable @QueryValue
        Instant to,
    @Parameter(description = "whose address") @Nullable @QueryValue String source,
    @Parameter(
            description =
                "a delivery's id, a record's id, a source address, or words that all occur "
                    + "in the payload, masked properties left out; capitals and accents make no "
                    + "difference")
        @Nullable
        @QueryValue
        String q,
    @Parameter(description = "a property at the top of the payload, with its `value`")
        @Nullable
        @QueryValue
        String property,
    @Parameter(
            description =
                "the property's whole value; capitals, accents and the way a number is "
                    + "written make no difference")
        @Nullable
        @QueryValue
        String value) {

  /**
   * What is asked for.
   *
   * @throws ProblemException if nothing can be looked for by it
   */
  DeliveryFilter filter() {
    return new DeliveryFilter(
        webhookId,
        version,
        outcome,
        reason,
        from,
        to,
        source,
        q,
        PropertyValue.of(property, value));
  }
}
