package dev.inlet.imis;

import dev.inlet.platform.time.SpokenTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a delivery may have Inlet sign in. Not while iMIS refuses the credentials: bad sign-ins
 * in a row lock an account. Seldom one may all the same, in case the account was mended in iMIS
 * only. Not safe for several threads by itself.
 */
final class SignInGate {

  /** From when a node first knows of the refusal: nodes that start over and over ask no sooner. */
  private static final Duration PROBE_AFTER = Duration.ofMinutes(30);

  /** So that nodes do not ask together. */
  private static final Duration PROBE_SPREAD = Duration.ofMinutes(15);

  private final CredentialsHealth health;
  private final Clock clock;
  private final RandomGenerator random;
  private final Instant begun;
  private @Nullable Instant knownSince;
  private Instant probeAt = Instant.EPOCH;

  SignInGate(CredentialsHealth health, Clock clock, RandomGenerator random) {
    this.health = health;
    this.clock = clock;
    this.random = random;
    this.begun = clock.instant();
  }

  /** Whether one may sign in now; whoever may is expected to. */
  boolean isOpen() {
    Instant since = health.failingSince();
    if (since == null) {
      return true;
    }
    if (!since.equals(knownSince)) {
      knownSince = since;
      putOffProbe(since.isAfter(begun) ? since : begun);
    }
    boolean isProbeDue = !clock.instant().isBefore(probeAt);
    if (isProbeDue) {
      putOffProbe(clock.instant());
    }
    return isProbeDue;
  }

  /** Why nobody signs in. */
  ImisException refusal() {
    Instant since = Objects.requireNonNullElseGet(health.failingSince(), clock::instant);
    return new ImisException(
        ImisFailure.CREDENTIALS_REFUSED,
        "iMIS has refused the user name or password of the connection since %s; nothing was sent. Correct them in the connection and test it."
            .formatted(SpokenTime.day(since)),
        null);
  }

  private void putOffProbe(Instant from) {
    Duration spread = Duration.ofMillis(random.nextLong(PROBE_SPREAD.toMillis() + 1));
    probeAt = from.plus(PROBE_AFTER).plus(spread);
  }
}
