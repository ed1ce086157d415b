package dev.inlet.intake;

import dev.inlet.deliveries.AwaitedDeliveries;
import dev.inlet.deliveries.Claim;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.FirstDelivery;
import dev.inlet.deliveries.FirstDeliveryRepository;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.CompiledWebhook;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a delivery is whose idempotency key may have come before. */
@Singleton
class Repeats {

  private final FirstDeliveryRepository firsts;
  private final AwaitedDeliveries awaited;

  Repeats(FirstDeliveryRepository firsts, AwaitedDeliveries awaited) {
    this.firsts = firsts;
    this.awaited = awaited;
  }

  /** What a delivery with a key is. */
  sealed interface Finding {

    /**
     * The first one.
     *
     * @param insteadOf the one that had the key and holds it no more; null if none had it
     */
    record First(@Nullable DeliveryId insteadOf) implements Finding {}

    /** One that is told what the first one is told. */
    record Duplicate(DeliveryId first, FirstDelivery.Told told) implements Finding {}

    /** Another one, with a key that is used. */
    record Different(DeliveryId first) implements Finding {}

    /** A duplicate of one that nothing is known of yet. */
    record TooEarly(DeliveryId first) implements Finding {}
  }

  /** What is found; if need be, after the first one has ended. */
  Finding find(CompiledWebhook webhook, Claim claim, Deadline deadline) {
    Optional<FirstDelivery> found = firsts.find(webhook.organization(), webhook.id(), claim);
    if (found.isEmpty()) {
      return new Finding.First(null);
    }
    FirstDelivery first = found.get();
    if (!first.holdsKey()) {
      return new Finding.First(first.id());
    }
    if (!Arrays.equals(first.body(), claim.body())) {
      return new Finding.Different(first.id());
    }
    return first.isUnsettled() ? await(webhook, claim, first, deadline) : duplicate(first);
  }

  /** Whoever came while the first one was under way is told what it is told, even a failure. */
  private Finding await(
      CompiledWebhook webhook, Claim claim, FirstDelivery first, Deadline deadline) {
    DeliveryKey delivery = new DeliveryKey(webhook.organization(), first.id());
    if (!awaited.hasEnded(delivery, deadline)) {
      return new Finding.TooEarly(first.id());
    }
    return firsts
        .find(webhook.organization(), webhook.id(), claim)
        .filter(ended -> ended.id().equals(first.id()) && !ended.isUnsettled())
        .map(Repeats::duplicate)
        .orElseGet(() -> new Finding.TooEarly(first.id()));
  }

  private static Finding duplicate(FirstDelivery first) {
    return first
        .told()
        .<Finding>map(told -> new Finding.Duplicate(first.id(), told))
        .orElseGet(() -> new Finding.TooEarly(first.id()));
  }
}
