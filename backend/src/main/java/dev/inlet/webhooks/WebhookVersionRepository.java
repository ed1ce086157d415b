package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the history of webhooks, deleted ones too: deliveries point at it. */
@Singleton
class WebhookVersionRepository {

  private static final String SELECT =
      """
      SELECT v.number, v.created_at, v.author, v.number = w.version_number AND w.deleted_at IS NULL AS is_current%s
      FROM webhook_versions v
      JOIN webhooks w ON w.organization_id = v.organization_id AND w.webhook_id = v.webhook_id
      WHERE v.organization_id = :organization AND v.webhook_id = :webhook
      """;

  private final Database database;
  private final ObjectMapper json;

  WebhookVersionRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The versions below a number, the newest first. */
  List<WebhookVersion.Summary> list(
      OrganizationId organization, WebhookId webhook, int before, int limit) {
    String sql =
        SELECT.formatted("") + "AND v.number < :before ORDER BY v.number DESC LIMIT :limit";
    return database.inOrganization(
        organization,
        handle ->
            query(handle, organization, webhook, sql)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> summary(row))
                .list());
  }

  Optional<WebhookVersion> find(OrganizationId organization, WebhookId webhook, int number) {
    String sql =
        SELECT.formatted(", v.schema, v.action, v.acknowledgement, v.deadline_ms")
            + "AND v.number = :number";
    return database.inOrganization(
        organization,
        handle ->
            query(handle, organization, webhook, sql)
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne());
  }

  private static Query query(
      Handle handle, OrganizationId organization, WebhookId webhook, String sql) {
    return handle
        .createQuery(sql)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value());
  }

  private static WebhookVersion.Summary summary(ResultSet row) throws SQLException {
    return new WebhookVersion.Summary(
        row.getInt("number"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("author"),
        row.getBoolean("is_current"));
  }

  private WebhookVersion version(ResultSet row) throws SQLException {
    return new WebhookVersion(
        summary(row),
        read(row.getString("schema"), JsonNode.class),
        read(row.getString("action"), ActionDefinition.class),
        Acknowledgement.valueOf(row.getString("acknowledgement")),
        (int) Duration.ofMillis(row.getInt("deadline_ms")).toSeconds());
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition could not be read", e);
    }
  }
}
