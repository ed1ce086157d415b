package dev.inlet.webhooks;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What changed while something was read that is to be kept. Each load remembers the organizations
 * that changed until it is over: one that changes without end keeps nothing of others from being
 * kept.
 */
final class LoadsUnderWay {

  private final Set<Load> loads = ConcurrentHashMap.newKeySet();

  Load begin() {
    Load load = new Load();
    loads.add(load);
    return load;
  }

  void changed(OrganizationId organization) {
    loads.forEach(load -> load.changed.add(organization));
  }

  void everythingMayHaveChanged() {
    loads.forEach(load -> load.isAllChanged = true);
  }

  /** One load, from before its first look until what it found is kept. */
  final class Load implements AutoCloseable {

    private final Set<OrganizationId> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean isAllChanged;

    /** Whether something may have changed since it began that concerns what was found. */
    boolean mayHaveMissed(Predicate<OrganizationId> concerns) {
      return isAllChanged || changed.stream().anyMatch(concerns);
    }

    @Override
    public void close() {
      loads.remove(this);
    }
  }
}
