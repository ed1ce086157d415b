package dev.inlet.organizations;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Organizations that were deleted. Of each its slug stays, reserved for ever, and with it the state
 * of the erasing of what remains.
 */
@Singleton
public class ClosedOrganizations {

  private final Database database;

  ClosedOrganizations(Database database) {
    this.database = database;
  }

  /**
   * Deletes an organization's row and, with it, everything that refers to it.
   *
   * @param handle of a transaction that may delete this organization's rows
   * @return false if somebody else was faster
   */
  public boolean close(OrganizationId organization, Handle handle, Instant at) {
    int closed =
        handle
            .createUpdate(
                """
                UPDATE organization_slugs SET closed_at = :at
                WHERE organization_id = :organization AND closed_at IS NULL
                """)
            .bind("organization", organization.value())
            .bind("at", at)
            .execute();
    handle
        .createUpdate("DELETE FROM organizations WHERE organization_id = :organization")
        .bind("organization", organization.value())
        .execute();
    return closed == 1;
  }

  /** Those of which something may remain, the one that waits longest first. */
  public List<OrganizationId> listUnerased() {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT organization_id FROM organization_slugs
                    WHERE closed_at IS NOT NULL AND erased_at IS NULL ORDER BY closed_at
                    """)
                .mapTo(UUID.class)
                .map(OrganizationId::new)
                .list());
  }

  /**
   * Writes down that nothing remains.
   *
   * @param closedBefore only if it was closed before this
   * @return false if it was not
   */
  public boolean setErased(
      OrganizationId organization, Handle handle, Instant at, Instant closedBefore) {
    return handle
            .createUpdate(
                """
                UPDATE organization_slugs SET erased_at = :at
                WHERE organization_id = :organization AND closed_at < :closedBefore AND erased_at IS NULL
                """)
            .bind("organization", organization.value())
            .bind("at", at)
            .bind("closedBefore", closedBefore)
            .execute()
        == 1;
  }
}
