package dev.inlet.intake;

import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;

/**
 * What a token bucket holds after a delivery asked it, told in the fields of
 * draft-ietf-httpapi-ratelimit-headers-11.
 *
 * @param policy whose bucket it is
 * @param size how much it holds when it is full
 * @param window how long it takes to fill
 * @param remaining how much it holds
 * @param refill until it is full, or, if it is empty, until it holds a token again
 * @param isUsedUp whether the delivery is refused
 */
record Quota(
    String policy, long size, Duration window, long remaining, Duration refill, boolean isUsedUp) {

  private static final String FIELD = "RateLimit";
  private static final String POLICY_FIELD = "RateLimit-Policy";

  /** When the delivery may be sent again. */
  Duration retryAfter() {
    return Duration.ofSeconds(seconds(refill));
  }

  void tell(MutableHttpResponse<?> response) {
    response.header(POLICY_FIELD, "\"%s\";q=%d;w=%d".formatted(policy, size, window.toSeconds()));
    response.header(FIELD, "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds(refill)));
  }

  /** Never sooner than it is true. */
  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
