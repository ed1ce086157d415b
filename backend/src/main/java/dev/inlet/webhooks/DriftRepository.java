package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.actions.PanelDescription;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks of a panel, and what is kept of how it drifted. */
@Singleton
class DriftRepository {

  private static final int USERS_MAX = 500;

  private final Database database;
  private final ObjectMapper json;

  DriftRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A webhook whose records go into a panel.
   *
   * @param version the one that handles deliveries now
   */
  record Use(WebhookId webhook, int version, PanelDescription known) {}

  /** The webhooks that insert into a panel. */
  List<WebhookId> users(OrganizationId organization, String type, String panel) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT w.webhook_id
                    FROM webhooks w
                    JOIN webhook_versions v
                      ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id AND v.number = w.version_number
                    WHERE w.organization_id = :organization AND w.deleted_at IS NULL
                      AND v.action->>'type' = :type AND v.panel->>'name' = :panel
                    ORDER BY w.webhook_id LIMIT :limit
                    """)
                .bind("organization", organization.value())
                .bind("type", type)
                .bind("panel", panel)
                .bind("limit", USERS_MAX)
                .mapTo(UUID.class)
                .map(WebhookId::new)
                .list());
  }

  /** What a webhook knows of its panel; empty if it has none any more. */
  Optional<Use> use(OrganizationId organization, WebhookId webhook) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT w.webhook_id, v.number, v.panel
                    FROM webhooks w
                    JOIN webhook_versions v
                      ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id AND v.number = w.version_number
                    WHERE w.organization_id = :organization AND w.webhook_id = :webhook AND w.deleted_at IS NULL
                      AND v.panel IS NOT NULL
                    """)
                .bind("organization", organization.value())
                .bind("webhook", webhook.value())
                .map((row, context) -> use(row))
                .findOne());
  }

  /**
   * Keeps what a look at a panel found, of the version that it was compared with. What was known
   * already stays as it is, with the instant it was found.
   *
   * @param problems none if the panel fits
   */
  void found(
      OrganizationId organization,
      WebhookId webhook,
      int version,
      List<Drift.Problem> problems,
      Instant at) {
    @Nullable String text = problems.isEmpty() ? null : write(problems);
    database.useOrganization(
        organization,
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE webhooks
                    SET drift = :drift::json, drift_found_at = CASE WHEN :drift::text IS NOT NULL THEN :at::timestamptz END
                    WHERE organization_id = :organization AND webhook_id = :webhook AND version_number = :version
                      AND deleted_at IS NULL AND drift::text IS DISTINCT FROM :drift::text
                    """)
                .bind("organization", organization.value())
                .bind("webhook", webhook.value())
                .bind("version", version)
                .bind("drift", text)
                .bind("at", at)
                .execute());
  }

  private Use use(ResultSet row) throws SQLException {
    return new Use(
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getInt("number"),
        read(row.getString("panel")));
  }

  private PanelDescription read(String text) {
    try {
      return json.readValue(text, PanelDescription.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored panel could not be read", e);
    }
  }

  private String write(List<Drift.Problem> problems) {
    try {
      return json.writeValueAsString(problems);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was found could not be written", e);
    }
  }
}
