package dev.inlet.webhooks;

import dev.inlet.webhooks.verification.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook demands of its senders, as it is kept.
 *
 * @param secretSetAt when the secret that counts was set; null if there is none
 * @param old the secret before; it may count no longer
 */
record StoredVerification(
    Verification verification,
    @Nullable Instant secretSetAt,
    @Nullable StoredSecret current,
    @Nullable StoredSecret old) {

  static final StoredVerification OPEN =
      new StoredVerification(Verification.OPEN, null, null, null);

  List<StoredSecret> secrets() {
    return Stream.of(current, old).filter(Objects::nonNull).toList();
  }

  /** Until when the secret before counts; null if it does not. */
  @Nullable Instant oldSecretUntil(Instant now) {
    Instant until = old == null ? null : old.until();
    return until != null && until.isAfter(now) ? until : null;
  }
}
