package dev.inlet.webhooks;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a webhook's panel since its version was saved.
 *
 * @param foundAt when that was noticed first
 * @param problems what no longer fits; never empty
 */
@Introspected
record Drift(Instant foundAt, List<Problem> problems) {

  /**
   * One thing that no longer fits.
   *
   * @param field the target's own name of the field; null if it is the panel as a whole
   * @param message a sentence for whoever designs the webhook
   */
  @Introspected
  @Schema(name = "DriftProblem")
  record Problem(@Nullable String field, String message) {}
}
