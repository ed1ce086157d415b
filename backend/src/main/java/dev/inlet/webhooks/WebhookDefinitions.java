package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.database.SupportDatabase;
import dev.inlet.platform.paging.ByName;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads every organization's webhooks as support staff may see them: also deleted ones, because
 * deliveries point at them, and never the key that opens one.
 */
@Singleton
public class WebhookDefinitions {

  /** Of a deleted organization there is nothing any more: its webhooks go with it. */
  private static final String SELECT =
      """
      SELECT w.webhook_id, w.name, w.is_paused, w.created_at, w.updated_at, w.deleted_at, v.number, v.schema,
             v.action, v.acknowledgement, v.deadline_ms, v.privacy, v.idempotency, v.queue
      FROM webhooks w
      JOIN webhook_versions v
        ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id AND v.number = w.version_number
      WHERE w.organization_id = :organization
      """;

  private final SupportDatabase database;
  private final ObjectMapper json;

  WebhookDefinitions(SupportDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** How many of the next webhooks fit into one page, at least one. */
  public int fitting(OrganizationId organization, ByName after, int limit) {
    return database.read(handle -> PageBytes.fitting(handle, organization, "", after, limit));
  }

  /** The webhooks by name, from a name and an id on. */
  public List<WebhookDefinition> list(
      OrganizationId organization, String afterName, UUID afterId, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        AND (lower(w.name), w.webhook_id) > (lower(:afterName), :afterId)
                        ORDER BY lower(w.name), w.webhook_id LIMIT :limit
                        """)
                .bind("organization", organization.value())
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, context) -> definition(row))
                .list());
  }

  public Optional<WebhookDefinition> find(OrganizationId organization, WebhookId id) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "AND w.webhook_id = :id")
                .bind("organization", organization.value())
                .bind("id", id.value())
                .map((row, context) -> definition(row))
                .findOne());
  }

  private WebhookDefinition definition(ResultSet row) throws SQLException {
    return new WebhookDefinition(
        row.getObject("webhook_id", UUID.class),
        row.getString("name"),
        row.getBoolean("is_paused"),
        row.getInt("number"),
        read(row.getString("schema"), JsonNode.class),
        read(row.getString("action"), ActionDefinition.class),
        Acknowledgement.valueOf(row.getString("acknowledgement")),
        (int) Duration.ofMillis(row.getInt("deadline_ms")).toSeconds(),
        privacy(row.getString("privacy")),
        idempotency(row.getString("idempotency")),
        queue(row.getString("queue")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("deleted_at", OffsetDateTime.class)));
  }

  private Privacy privacy(@Nullable String text) {
    return text == null ? Privacy.NONE : read(text, Privacy.class);
  }

  private Idempotency idempotency(@Nullable String text) {
    return text == null ? Idempotency.DEFAULT : read(text, Idempotency.class);
  }

  private QueueSettings queue(@Nullable String text) {
    return text == null ? QueueSettings.DEFAULT : read(text, QueueSettings.class);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition could not be read", e);
    }
  }
}
