package dev.inlet.webhooks.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sender proves itself by.
 *
 * @param until when it stops counting, if it was replaced; null if it counts on
 */
public record Secret(String value, @Nullable Instant until) {

  boolean countsAt(Instant now) {
    return until == null || now.isBefore(until);
  }

  @Override
  public String toString() {
    return "Secret[until=%s]".formatted(until);
  }
}
