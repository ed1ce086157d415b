package dev.inlet.webhooks;

import dev.inlet.webhooks.verification.Verification;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one webhook. Each was found possible.
 *
 * @param planned what people are told of it
 */
record FileStep(FilePlan.PlannedWebhook planned, @Nullable Target target) {

  /**
   * What a webhook is to be.
   *
   * @param content null if it is to stay
   * @param fits whether its panel was read and fits
   */
  record Target(
      String name,
      boolean isPaused,
      @Nullable WebhookContent content,
      boolean fits,
      Verification verification) {}

  /** Nothing to do, or nothing that has to be told beside the kind of change. */
  static FileStep of(FilePlan.PlannedWebhook planned) {
    return new FileStep(planned, null);
  }
}
