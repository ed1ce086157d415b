package dev.inlet.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The key before a webhook's present one, while it works.
 *
 * @param lastUsedAt to a minute, since it was replaced; null if it was not used since
 */
record OldUrl(String key, Instant endsAt, @Nullable Instant lastUsedAt) {

  @Override
  public String toString() {
    return "OldUrl[endsAt=%s]".formatted(endsAt);
  }
}
