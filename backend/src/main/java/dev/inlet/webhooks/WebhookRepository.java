package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.actions.PanelDescription;
import dev.inlet.platform.database.Database;
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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The rows of {@code webhooks} and {@code webhook_keys}, read with a version. */
@Singleton
class WebhookRepository {

  private static final String SELECT =
      """
      SELECT w.webhook_id, w.name, w.is_paused, w.revision, w.created_at, w.updated_at, w.drift, w.drift_found_at, v.number, v.schema, v.action,
             v.panel, v.acknowledgement, v.deadline_ms, v.privacy, v.idempotency, v.queue, k.key
      FROM webhooks w
      JOIN webhook_versions v
        ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id AND v.number = %s
      JOIN webhook_keys k
        ON k.organization_id = w.organization_id AND k.webhook_id = w.webhook_id AND k.ends_at IS NULL
      WHERE w.organization_id = :organization
      """;
  private static final String SELECT_CURRENT = SELECT.formatted("w.version_number");
  private static final String SELECT_VERSION = SELECT.formatted(":version");

  private final Database database;
  private final ObjectMapper json;

  WebhookRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** How many of the next webhooks fit into one page, at least one. */
  int fitting(OrganizationId organization, ByName after, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            PageBytes.fitting(handle, organization, "AND w.deleted_at IS NULL", after, limit));
  }

  /** The webhooks by name, from a name and an id on. */
  List<Webhook> list(OrganizationId organization, String afterName, UUID afterId, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            query(
                    handle,
                    organization,
                    SELECT_CURRENT
                        + """
                    AND w.deleted_at IS NULL AND (lower(w.name), w.webhook_id) > (lower(:afterName), :afterId)
                    ORDER BY lower(w.name), w.webhook_id LIMIT :limit
                    """)
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, context) -> webhook(row))
                .list());
  }

  Optional<Webhook> find(OrganizationId organization, WebhookId id) {
    return database.inOrganization(organization, handle -> find(organization, handle, id));
  }

  Optional<Webhook> find(OrganizationId organization, Handle handle, WebhookId id) {
    return query(
            handle,
            organization,
            SELECT_CURRENT + "AND w.webhook_id = :id AND w.deleted_at IS NULL")
        .bind("id", id.value())
        .map((row, context) -> webhook(row))
        .findOne();
  }

  /** The active webhook that a key opens. */
  Optional<Webhook> findActiveByKey(OrganizationId organization, String key) {
    return database.inOrganization(
        organization,
        handle ->
            query(
                    handle,
                    organization,
                    SELECT_CURRENT
                        + """
                    AND w.deleted_at IS NULL AND NOT w.is_paused
                    AND w.webhook_id = (SELECT webhook_id FROM webhook_keys
                                        WHERE organization_id = :organization AND key = :key)
                    """)
                .bind("key", key)
                .map((row, context) -> webhook(row))
                .findOne());
  }

  /** A webhook as one of its versions had it, deleted or not. */
  Optional<Webhook> findVersion(OrganizationId organization, WebhookId id, int version) {
    return findVersion(organization, id, version, "");
  }

  /** The same of a webhook that was not deleted. */
  Optional<Webhook> findVersionInUse(OrganizationId organization, WebhookId id, int version) {
    return findVersion(organization, id, version, " AND w.deleted_at IS NULL");
  }

  private Optional<Webhook> findVersion(
      OrganizationId organization, WebhookId id, int version, String condition) {
    return database.inOrganization(
        organization,
        handle ->
            query(handle, organization, SELECT_VERSION + "AND w.webhook_id = :id" + condition)
                .bind("id", id.value())
                .bind("version", version)
                .map((row, context) -> webhook(row))
                .findOne());
  }

  int count(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(
            "SELECT count(*) FROM webhooks WHERE organization_id = :organization AND deleted_at IS NULL")
        .bind("organization", organization.value())
        .mapTo(Integer.class)
        .one();
  }

  /** Adds a webhook and its key; its version is another's to add, in the same transaction. */
  void insert(OrganizationId organization, Handle handle, Webhook webhook) {
    handle
        .createUpdate(
            """
            INSERT INTO webhooks (organization_id, webhook_id, name, is_paused, revision, version_number, created_at,
                                  updated_at)
            VALUES (:organization, :id, :name, :isPaused, :revision, :version, :at, :at)
            """)
        .bind("organization", organization.value())
        .bind("id", webhook.id().value())
        .bind("name", webhook.name())
        .bind("isPaused", webhook.isPaused())
        .bind("revision", webhook.revision())
        .bind("version", webhook.version())
        .bind("at", webhook.createdAt())
        .execute();
    handle
        .createUpdate(
            "INSERT INTO webhook_keys (organization_id, key, webhook_id) VALUES (:organization, :key, :id)")
        .bind("organization", organization.value())
        .bind("key", webhook.key())
        .bind("id", webhook.id().value())
        .execute();
  }

  /**
   * Takes a webhook to its next revision, if nobody else did since; whether it is paused stays. A
   * new version is another's to add, in the same transaction.
   *
   * @param known as it was read
   * @param changed as it is to be, of the next revision
   * @param fits whether its panel is known to fit; how it drifted is kept otherwise
   * @return false if the webhook is gone or has another revision than the known one
   */
  boolean update(
      OrganizationId organization, Handle handle, Webhook known, Webhook changed, boolean fits) {
    return handle
            .createUpdate(
                """
                UPDATE webhooks
                SET name = :name, revision = :revision, version_number = :version, updated_at = :at,
                    drift = CASE WHEN NOT :fits THEN drift END,
                    drift_found_at = CASE WHEN NOT :fits THEN drift_found_at END
                WHERE organization_id = :organization AND webhook_id = :id AND deleted_at IS NULL
                  AND revision = :known
                """)
            .bind("organization", organization.value())
            .bind("id", changed.id().value())
            .bind("name", changed.name())
            .bind("revision", changed.revision())
            .bind("version", changed.version())
            .bind("known", known.revision())
            .bind("at", changed.updatedAt())
            .bind("fits", fits)
            .execute()
        == 1;
  }

  /** Pauses or resumes a webhook. False if there is none, or if that is how it is. */
  boolean setPaused(OrganizationId organization, Handle handle, WebhookId id, boolean isPaused) {
    return handle
            .createUpdate(
                """
                UPDATE webhooks SET is_paused = :isPaused
                WHERE organization_id = :organization AND webhook_id = :id AND deleted_at IS NULL
                  AND is_paused <> :isPaused
                """)
            .bind("organization", organization.value())
            .bind("id", id.value())
            .bind("isPaused", isPaused)
            .execute()
        == 1;
  }

  /**
   * Ends a webhook; its versions stay, because deliveries point at them. False if there was none.
   */
  boolean delete(OrganizationId organization, Handle handle, WebhookId id, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE webhooks SET deleted_at = :at
                WHERE organization_id = :organization AND webhook_id = :id AND deleted_at IS NULL
                """)
            .bind("organization", organization.value())
            .bind("id", id.value())
            .bind("at", at)
            .execute()
        == 1;
  }

  private static Query query(Handle handle, OrganizationId organization, String sql) {
    return handle.createQuery(sql).bind("organization", organization.value());
  }

  private Webhook webhook(ResultSet row) throws SQLException {
    WebhookContent content =
        new WebhookContent(
            read(row.getString("schema"), JsonNode.class),
            read(row.getString("action"), ActionDefinition.class),
            panel(row.getString("panel")),
            Acknowledgement.valueOf(row.getString("acknowledgement")),
            Duration.ofMillis(row.getInt("deadline_ms")),
            privacy(row.getString("privacy")),
            idempotency(row.getString("idempotency")),
            queue(row.getString("queue")));
    return new Webhook(
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getString("name"),
        row.getBoolean("is_paused"),
        row.getString("key"),
        row.getInt("revision"),
        row.getInt("number"),
        content,
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        drift(row));
  }

  private @Nullable Drift drift(ResultSet row) throws SQLException {
    String problems = row.getString("drift");
    return problems == null
        ? null
        : new Drift(
            row.getObject("drift_found_at", OffsetDateTime.class).toInstant(),
            List.of(read(problems, Drift.Problem[].class)));
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

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition could not be read", e);
    }
  }
}
