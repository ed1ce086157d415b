package dev.inlet.webhooks;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** All webhooks of an organization at a glance, however large their schemas are. */
@Singleton
class InstalledWebhookRepository {

  private static final String SELECT =
      """
      SELECT w.webhook_id, w.name, w.is_paused, concat_ws(' ', w.webhook_id, w.revision, w.is_paused, to_jsonb(v)) AS state
      FROM webhooks w
      LEFT JOIN webhook_verifications v
        ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id
      WHERE w.organization_id = :organization AND w.deleted_at IS NULL
      ORDER BY lower(w.name), w.webhook_id
      """;

  private final Database database;

  InstalledWebhookRepository(Database database) {
    this.database = database;
  }

  /** The webhooks by name. */
  List<InstalledWebhook> list(OrganizationId organization) {
    return database.inOrganization(organization, handle -> list(organization, handle));
  }

  /**
   * The same, and until the transaction ends nobody changes or makes one, or applies another file.
   */
  List<InstalledWebhook> hold(OrganizationId organization, Handle handle) {
    WebhookLock.holdMaking(organization, handle);
    handle
        .createQuery(
            """
            SELECT webhook_id FROM webhooks
            WHERE organization_id = :organization AND deleted_at IS NULL
            ORDER BY webhook_id FOR UPDATE
            """)
        .bind("organization", organization.value())
        .mapTo(UUID.class)
        .list();
    // Read anew: what is beside a webhook may have changed while its row was waited for.
    return list(organization, handle);
  }

  private static List<InstalledWebhook> list(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(SELECT)
        .bind("organization", organization.value())
        .map(
            (row, context) ->
                new InstalledWebhook(
                    new WebhookId(row.getObject("webhook_id", UUID.class)),
                    row.getString("name"),
                    row.getBoolean("is_paused"),
                    row.getString("state")))
        .list();
  }
}
