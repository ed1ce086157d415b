package dev.inlet.intake;

import dev.inlet.deliveries.QueuedDeliveries.Places;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A node's places for queued deliveries, and how many of them each organization holds. */
final class HeldPlaces {

  private final int all;
  private final ConcurrentMap<OrganizationId, Integer> held = new ConcurrentHashMap<>();

  HeldPlaces(int all) {
    this.all = all;
  }

  void take(OrganizationId organization) {
    held.merge(organization, 1, Integer::sum);
  }

  void giveBack(OrganizationId organization) {
    held.computeIfPresent(organization, (id, places) -> places == 1 ? null : places - 1);
  }

  Places now() {
    Map<OrganizationId, Integer> now = Map.copyOf(held);
    return new Places(all - now.values().stream().mapToInt(Integer::intValue).sum(), now);
  }
}
