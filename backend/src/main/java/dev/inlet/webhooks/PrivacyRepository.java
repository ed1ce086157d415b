package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.privacy.Privacy;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What versions of webhooks, deleted ones too, say of sensitive properties. */
@Singleton
public class PrivacyRepository {

  private final Database database;
  private final ObjectMapper json;

  PrivacyRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * What one version says.
   *
   * @param isCurrent whether it is its webhook's last one
   */
  public record Said(WebhookId webhook, int version, boolean isCurrent, Privacy privacy) {}

  /** Of the given versions of webhooks and of each one's last, those that say anything. */
  public List<Said> find(
      OrganizationId organization, Set<WebhookId> webhooks, Set<Integer> versions) {
    return webhooks.isEmpty()
        ? List.of()
        : database.inOrganization(
            organization,
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT v.webhook_id, v.number, v.number = w.version_number AS is_current, v.privacy
                        FROM webhook_versions v
                        JOIN webhooks w ON w.organization_id = v.organization_id AND w.webhook_id = v.webhook_id
                        WHERE v.organization_id = :organization AND v.webhook_id = ANY(:webhooks) AND v.privacy IS NOT NULL
                          AND (v.number = ANY(:versions) OR v.number = w.version_number)
                        """)
                    .bind("organization", organization.value())
                    .bindArray(
                        "webhooks", UUID.class, webhooks.stream().map(WebhookId::value).toList())
                    .bindArray("versions", Integer.class, List.copyOf(versions))
                    .map((row, context) -> said(row))
                    .list());
  }

  private Said said(ResultSet row) throws SQLException {
    return new Said(
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getInt("number"),
        row.getBoolean("is_current"),
        privacy(row.getString("privacy")));
  }

  private Privacy privacy(String text) {
    try {
      return json.readValue(text, Privacy.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition could not be read", e);
    }
  }
}
