package dev.inlet.testing;

import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what the change feed told. */
@Singleton
class HeardChanges implements ChangeListener {

  private final Set<OrganizationId> heard = ConcurrentHashMap.newKeySet();

  @Override
  public void changed(String table, OrganizationId organization) {
    heard.add(organization);
  }

  @Override
  public void everythingMayHaveChanged() {}

  boolean hasHeard(OrganizationId organization) {
    return heard.contains(organization);
  }
}
