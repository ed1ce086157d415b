package dev.inlet.webhooks;

import java.util.UUID;

/** A webhook's id, unique within its organization. */
public record WebhookId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
