package dev.inlet.support;

import dev.inlet.platform.database.SupportDatabase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads all organizations, each with the number of its webhooks. */
@Singleton
class SupportedOrganizations {

  private final SupportDatabase database;

  SupportedOrganizations(SupportDatabase database) {
    this.database = database;
  }

  /**
   * The organizations by name, from a name and an id on.
   *
   * @param text what occurs in the name or the slug; blank for all
   */
  List<SupportedOrganization> list(String text, String afterName, UUID afterId, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT o.organization_id, o.name, o.slug, o.created_at, o.requires_second_factor,
                           (SELECT count(*) FROM webhooks w
                            WHERE w.organization_id = o.organization_id AND w.deleted_at IS NULL) AS webhook_count
                    FROM organizations o
                    WHERE (position(lower(:text) IN lower(o.name)) > 0 OR position(lower(:text) IN o.slug) > 0)
                      AND (lower(o.name), o.organization_id) > (lower(:afterName), :afterId)
                    ORDER BY lower(o.name), o.organization_id LIMIT :limit
                    """)
                .bind("text", text)
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, context) -> organization(row))
                .list());
  }

  private static SupportedOrganization organization(ResultSet row) throws SQLException {
    return new SupportedOrganization(
        row.getObject("organization_id", UUID.class),
        row.getString("name"),
        row.getString("slug"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("requires_second_factor"),
        row.getInt("webhook_count"));
  }
}
