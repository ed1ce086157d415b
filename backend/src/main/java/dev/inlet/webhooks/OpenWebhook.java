package dev.inlet.webhooks;

import dev.inlet.webhooks.verification.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * What stands at an open URL: one state of it, by which a delivery is handled from its first byte
 * to its answer.
 *
 * @param oldKey the URL's key if it was replaced and still works; null if it is the one that counts
 */
public record OpenWebhook(CompiledWebhook webhook, Verifier verifier, @Nullable String oldKey) {

  @Override
  public String toString() {
    return "OpenWebhook[id=%s]".formatted(webhook.id());
  }
}
