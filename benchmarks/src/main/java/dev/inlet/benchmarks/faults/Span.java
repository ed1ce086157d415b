package dev.inlet.benchmarks.faults;

import java.time.Duration;
import java.time.Instant;

/** From when until when something was so. */
record Span(Instant from, Instant until) {

  boolean has(Instant at) {
    return !at.isBefore(from) && !at.isAfter(until);
  }

  boolean touches(Span other) {
    return !from.isAfter(other.until) && !until.isBefore(other.from);
  }

  /** The same, begun sooner and ended later. */
  Span wider(Duration before, Duration after) {
    return new Span(from.minus(before), until.plus(after));
  }
}
