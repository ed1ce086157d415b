package dev.inlet.intake;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many of a node's places for queued deliveries each organization holds. */
final class HeldPlaces {

  private final ConcurrentMap<OrganizationId, Integer> held = new ConcurrentHashMap<>();

  void take(OrganizationId organization) {
    held.merge(organization, 1, Integer::sum);
  }

  void giveBack(OrganizationId organization) {
    held.computeIfPresent(organization, (id, places) -> places == 1 ? null : places - 1);
  }

  Map<OrganizationId, Integer> now() {
    return Map.copyOf(held);
  }
}
