package dev.inlet.alerts;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a rule and what it watches, and is no longer as it was.
 *
 * @param webhookId null if it is about the organization as a whole
 * @param failed how many deliveries failed, where that is counted
 * @param counted of how many
 */
record Change(
    OrganizationId organization,
    UUID ruleId,
    @Nullable UUID webhookId,
    AlertKind kind,
    Step step,
    @Nullable Integer failed,
    @Nullable Integer counted,
    @Nullable Integer periodMinutes) {

  /** What becomes of the incident; what is over is applied before what is to be told. */
  enum Step {
    RECOVERS,
    /** Nobody watches for it any more: its rule is off, or its webhook is paused or deleted. */
    IS_DROPPED,
    BEGINS,
    /** It was not told so soon after the one before, and still stands. */
    IS_DUE
  }
}
