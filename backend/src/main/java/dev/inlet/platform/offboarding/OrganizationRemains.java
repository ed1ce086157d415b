package dev.inlet.platform.offboarding;

import dev.inlet.platform.tenancy.OrganizationId;
import org.jdbi.v3.core.Handle;

/**
 * Rows that stay when an organization's own row is deleted, because no foreign key takes them
 * along: there are many, or they may still be written. Within {@code Database.asEraser}
 * transactions.
 */
public interface OrganizationRemains {

  /**
   * Deletes some of them; those that somebody may still be working on are left for later.
   *
   * @return how many were deleted; zero if there are none to delete now
   */
  int eraseSome(Handle handle, OrganizationId organization);

  /** Whether there is none left. */
  boolean areGone(Handle handle, OrganizationId organization);
}
