package dev.inlet.deliveries;

import java.time.Duration;
import java.time.Instant;

/** How finely deliveries are counted, and for how long that is kept. */
enum Resolution {
  MINUTE(Duration.ofMinutes(1), Duration.ofDays(3)),
  QUARTER(Duration.ofMinutes(15), Duration.ofDays(35)),
  HOUR(Duration.ofHours(1), Duration.ofDays(3660));

  private final Duration length;
  private final Duration kept;

  Resolution(Duration length, Duration kept) {
    this.length = length;
    this.kept = kept;
  }

  Duration length() {
    return length;
  }

  /** The oldest that can be relied on. */
  Instant keptSince(Instant now) {
    return now.minus(kept);
  }

  Instant floor(Instant time) {
    return floor(time, length);
  }

  Instant ceiling(Instant time) {
    Instant floor = floor(time);
    return floor.equals(time) ? floor : floor.plus(length);
  }

  static Instant floor(Instant time, Duration length) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }
}
