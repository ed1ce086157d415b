package dev.inlet.platform.database;

import dev.inlet.platform.tenancy.OrganizationId;

/** Keeps something of the database in memory and is told when to forget it. */
public interface ChangeListener {

  /** A row of this organization changed in this table, on whichever node. */
  void changed(String table, OrganizationId organization);

  /** Changes may have been missed; what is kept must not be trusted. */
  void everythingMayHaveChanged();
}
