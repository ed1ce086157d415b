package dev.inlet.intake;

import dev.inlet.deliveries.QueuedDeliveries.Claimed;
import dev.inlet.deliveries.QueuedDeliveries.Places;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A node's places for queued deliveries, and how many of them each organization holds. */
final class HeldPlaces {

  private final int all;
  private final ConcurrentMap<OrganizationId, Integer> held = new ConcurrentHashMap<>();
  private volatile boolean wereTooFew;

  HeldPlaces(int all) {
    this.all = all;
  }

  /** Gives places to what was claimed. */
  void take(List<Claimed> claimed) {
    claimed.forEach(one -> held.merge(one.key().organization(), 1, Integer::sum));
    Places left = now();
    wereTooFew = left.held().values().stream().anyMatch(places -> places >= left.left());
  }

  /**
   * Whether an organization would have been given no other place when some were taken last: more of
   * it may be due.
   */
  boolean wereTooFew() {
    return wereTooFew;
  }

  void giveBack(OrganizationId organization) {
    held.computeIfPresent(organization, (id, places) -> places == 1 ? null : places - 1);
  }

  Places now() {
    Map<OrganizationId, Integer> now = Map.copyOf(held);
    return new Places(all - now.values().stream().mapToInt(Integer::intValue).sum(), now);
  }
}
