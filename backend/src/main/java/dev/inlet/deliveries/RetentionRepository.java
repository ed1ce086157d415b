package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How long an organization keeps its deliveries, and how much that is. */
@Singleton
class RetentionRepository {

  private final Database database;

  RetentionRepository(Database database) {
    this.database = database;
  }

  /** Empty if it is for as long as the installation keeps any. */
  Optional<Integer> findDays(OrganizationId organization) {
    return database.inOrganization(organization, handle -> findDays(organization, handle));
  }

  Optional<Integer> findDays(OrganizationId organization, Handle handle) {
    return handle
        .createQuery("SELECT days FROM delivery_retention WHERE organization_id = :organization")
        .bind("organization", organization.value())
        .mapTo(Integer.class)
        .findOne();
  }

  /**
   * Sets for how many days.
   *
   * @param days null for as long as the installation keeps any
   */
  void save(OrganizationId organization, Handle handle, @Nullable Integer days) {
    String sql =
        days == null
            ? "DELETE FROM delivery_retention WHERE organization_id = :organization"
            : """
              INSERT INTO delivery_retention (organization_id, days) VALUES (:organization, :days)
              ON CONFLICT (organization_id) DO UPDATE SET days = :days
              """;
    handle
        .createUpdate(sql)
        .bind("organization", organization.value())
        .bind("days", days)
        .execute();
  }

  /** How many bytes the bodies have that were received since, to the hour. */
  long bodyBytes(OrganizationId organization, Instant since) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT coalesce(sum(body_bytes), 0) FROM delivery_counts
                            WHERE organization_id = :organization AND resolution = 'HOUR' AND starts_at >= :since)
                         + (SELECT coalesce(sum(body_bytes), 0) FROM delivery_count_changes
                            WHERE organization_id = :organization AND received_at >= :since)
                    """)
                .bind("organization", organization.value())
                .bind("since", Resolution.HOUR.floor(since))
                .mapTo(Long.class)
                .one());
  }
}
