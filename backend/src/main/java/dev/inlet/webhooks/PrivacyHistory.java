package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.privacy.Privacy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What all versions say of sensitive properties, of those webhooks of an organization, deleted ones
 * too, of which any version calls any property sensitive.
 */
public record PrivacyHistory(List<Version> versions) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What one version says.
   *
   * @param isCurrent whether it is its webhook's last one
   * @param from when it was saved
   * @param to when the next one was; null if there is none
   */
  public record Version(
      WebhookId webhook,
      int number,
      boolean isCurrent,
      Privacy privacy,
      Instant from,
      @Nullable Instant to) {}

  /**
   * Reads it within a transaction for the organization.
   *
   * @param webhook null for all
   */
  public static PrivacyHistory read(
      Handle handle, OrganizationId organization, @Nullable UUID webhook) {
    return new PrivacyHistory(
        handle
            .createQuery(
                """
                SELECT v.webhook_id, v.number, v.number = w.version_number AS is_current, v.privacy, v.created_at,
                       (SELECT next.created_at FROM webhook_versions next
                        WHERE next.organization_id = v.organization_id AND next.webhook_id = v.webhook_id
                          AND next.number = v.number + 1) AS replaced_at
                FROM webhooks w
                JOIN webhook_versions v ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id
                WHERE w.organization_id = :organization
                  AND w.webhook_id = coalesce(CAST(:webhook AS uuid), w.webhook_id)
                  AND EXISTS (SELECT FROM webhook_versions p
                              WHERE p.organization_id = w.organization_id AND p.webhook_id = w.webhook_id
                                AND p.privacy IS NOT NULL)
                """)
            .bind("organization", organization.value())
            .bind("webhook", webhook)
            .map((row, context) -> version(row))
            .list());
  }

  private static Version version(ResultSet row) throws SQLException {
    OffsetDateTime replaced = row.getObject("replaced_at", OffsetDateTime.class);
    return new Version(
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getInt("number"),
        row.getBoolean("is_current"),
        privacy(row.getString("privacy")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        replaced == null ? null : replaced.toInstant());
  }

  private static Privacy privacy(@Nullable String text) {
    try {
      return text == null ? Privacy.NONE : JSON.readValue(text, Privacy.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition could not be read", e);
    }
  }
}
