package dev.inlet.support;

import dev.inlet.deliveries.DeliveryFilter;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter of all organizations' deliveries, as it stands in an address; what is left out does not
 * narrow. Nothing is asked of payloads.
 */
@Introspected
record SupportedFilterParameters(
    @Parameter(description = "whose they are") @Nullable @QueryValue UUID organizationId,
    @Parameter(description = "the webhook that took them") @Nullable @QueryValue UUID webhookId,
    @Parameter(description = "one of the webhook's versions") @Nullable @QueryValue Integer version,
    @Parameter(description = "what became of them") @Nullable @QueryValue Outcome outcome,
    @Parameter(description = "why they ended so") @Nullable @QueryValue Reason reason,
    @Parameter(description = "the first instant (RFC 3339)") @Nullable @QueryValue Instant from,
    @Parameter(description = "the instant after the last (RFC 3339)") @Nullable @QueryValue
        Instant to,
    @Parameter(description = "whose address") @Nullable @QueryValue String source,
    @Parameter(description = "a delivery's id, a record's id, or a source address")
        @Nullable
        @QueryValue
        String q) {

  /** Null for any. */
  @Nullable OrganizationId organization() {
    return organizationId == null ? null : new OrganizationId(organizationId);
  }

  /**
   * What is asked for.
   *
   * @throws ProblemException if nothing can be looked for by it
   */
  DeliveryFilter filter() {
    return new DeliveryFilter(webhookId, version, outcome, reason, from, to, source, q, null);
  }
}
