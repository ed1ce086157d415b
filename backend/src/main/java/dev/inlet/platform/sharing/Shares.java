package dev.inlet.platform.sharing;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that a node has only so much of. An organization may hold no more than what is left:
 * alone it gets half, two that want all get a third each, and whoever comes next finds as much as
 * each of them holds.
 */
public final class Shares {

  private final Map<OrganizationId, Long> held = new HashMap<>();
  private final long total;
  private long left;

  public Shares(long total) {
    this.total = total;
    this.left = total;
  }

  public long total() {
    return total;
  }

  /** How much all organizations hold together. */
  public synchronized long held() {
    return total - left;
  }

  /** Takes some, to be given back; false if that would be more than an organization may hold. */
  public synchronized boolean take(OrganizationId organization, long amount) {
    if (!hasRoomFor(organization, amount)) {
      return false;
    }
    held.merge(organization, amount, Long::sum);
    left -= amount;
    return true;
  }

  /** One more than is left, so that the last one is somebody's. */
  public synchronized boolean hasRoomFor(OrganizationId organization, long amount) {
    return held.getOrDefault(organization, 0L) + amount <= left - amount + 1;
  }

  public synchronized void giveBack(OrganizationId organization, long amount) {
    held.computeIfPresent(organization, (id, had) -> had == amount ? null : had - amount);
    left += amount;
  }
}
