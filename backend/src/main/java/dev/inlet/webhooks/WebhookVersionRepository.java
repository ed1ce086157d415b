package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.actions.PanelDescription;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code webhook_versions}: the history of webhooks, deleted ones too, because
 * deliveries point at it.
 */
@Singleton
class WebhookVersionRepository {

  private static final String SELECT =
      """
      SELECT v.number, v.created_at, v.author, v.number = w.version_number AND w.deleted_at IS NULL AS is_current%s
      FROM webhook_versions v
      JOIN webhooks w ON w.organization_id = v.organization_id AND w.webhook_id = v.webhook_id
      WHERE v.organization_id = :organization AND v.webhook_id = :webhook
      """;

  /** What people know whoever runs the installation by. */
  private static final String OPERATOR = "the operator of Inlet";

  private static final String INSERT =
      """
      INSERT INTO webhook_versions (organization_id, webhook_id, number, schema, action, panel, acknowledgement,
                                    deadline_ms, privacy, idempotency, queue, created_by, author, created_at)
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
        SELECT.formatted(
                ", v.schema, v.action, v.panel, v.acknowledgement, v.deadline_ms, v.privacy, v.idempotency, v.queue")
            + "AND v.number = :number";
    return database.inOrganization(
        organization,
        handle ->
            query(handle, organization, webhook, sql)
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne());
  }

  /** Adds the version that a webhook has now. */
  void insert(OrganizationId organization, Handle handle, Webhook webhook, Actor author) {
    WebhookContent content = webhook.content();
    String sql =
        INSERT
            + """
            VALUES (:organization, :id, :number, :schema::json, :action::json, :panel::json, :acknowledgement,
                    :deadline, :privacy::json, :idempotency::json, :queue::json, CAST(:authorId AS uuid), :author, :at)
            """;
    bindNew(handle.createUpdate(sql), organization, webhook, author)
        .bind("schema", content.schema().toString())
        .bind("action", write(content.action()))
        .bind("panel", content.panel() == null ? null : write(content.panel()))
        .bind("acknowledgement", content.acknowledgement())
        .bind("deadline", content.deadline().toMillis())
        .bind("privacy", content.privacy().concernsNothing() ? null : write(content.privacy()))
        .bind("idempotency", idempotency(content.idempotency()))
        .bind("queue", queue(content.queue()))
        .execute();
  }

  /**
   * Adds the version that a webhook has now as a copy of one that there is. It is copied as stored:
   * whatever is read and written again might come out differently.
   */
  void insertCopy(
      OrganizationId organization,
      Handle handle,
      Webhook webhook,
      WebhookId original,
      int originalNumber,
      Actor author) {
    String sql =
        INSERT
            + """
            SELECT organization_id, :id, :number, schema, action, panel, acknowledgement, deadline_ms,
                   privacy, idempotency, queue, CAST(:authorId AS uuid), :author, :at
            FROM webhook_versions
            WHERE organization_id = :organization AND webhook_id = :original AND number = :originalNumber
            """;
    bindNew(handle.createUpdate(sql), organization, webhook, author)
        .bind("original", original.value())
        .bind("originalNumber", originalNumber)
        .execute();
  }

  private static Update bindNew(
      Update insert, OrganizationId organization, Webhook webhook, Actor author) {
    return insert
        .bind("organization", organization.value())
        .bind("id", webhook.id().value())
        .bind("number", webhook.version())
        .bind("authorId", author.id())
        .bind("author", author.kind() == Actor.Kind.OPERATOR ? OPERATOR : author.name())
        .bind("at", webhook.updatedAt());
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
        panel(row.getString("panel")),
        Acknowledgement.valueOf(row.getString("acknowledgement")),
        (int) Duration.ofMillis(row.getInt("deadline_ms")).toSeconds(),
        privacy(row.getString("privacy")),
        idempotency(row.getString("idempotency")),
        queue(row.getString("queue")));
  }

  private @Nullable PanelDescription panel(@Nullable String text) {
    return text == null ? null : read(text, PanelDescription.class);
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

  private @Nullable String idempotency(Idempotency idempotency) {
    return idempotency.equals(Idempotency.DEFAULT) ? null : write(idempotency);
  }

  private @Nullable String queue(QueueSettings queue) {
    return queue.equals(QueueSettings.DEFAULT) ? null : write(queue);
  }

  private String write(Object part) {
    try {
      return json.writeValueAsString(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A part of a definition could not be written", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition could not be read", e);
    }
  }
}
