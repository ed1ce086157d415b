package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_messages}, of one organization at a time. */
@Singleton
class MessageRepository {

  /** To one endpoint. */
  static final int WAITING_MAX = 100;

  private static final int KEPT_MAX = 1_000;

  private static final String SELECT =
      """
      SELECT message_id, type, payload #>> '{data,summary}' AS summary, created_at, due_at, attempts, attempted_at,
             delivered_at, status_code, failure
      FROM alert_messages WHERE organization_id = :organization
      """;

  private final Database database;

  MessageRepository(Database database) {
    this.database = database;
  }

  /** The newest messages to an endpoint first. */
  List<Message> listOf(OrganizationId organization, UUID endpoint, UUID before, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "AND endpoint_id = :endpoint AND message_id < :before ORDER BY message_id DESC LIMIT :limit")
                .bind("organization", organization.value())
                .bind("endpoint", endpoint)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> message(row))
                .list());
  }

  Optional<Message> find(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND message_id = :message")
        .bind("organization", organization.value())
        .bind("message", id)
        .map((row, context) -> message(row))
        .findOne();
  }

  /**
   * Puts a message in.
   *
   * @param payload JSON, sent as it is
   */
  void insert(
      OrganizationId organization, Handle handle, UUID endpoint, Message message, String payload) {
    handle
        .createUpdate(
            """
            INSERT INTO alert_messages (organization_id, message_id, endpoint_id, type, payload, created_at, due_at, attempts)
            VALUES (:organization, :message, :endpoint, :type, :payload::json, :createdAt, :dueAt::timestamptz, :attempts)
            """)
        .bind("organization", organization.value())
        .bind("message", message.id())
        .bind("endpoint", endpoint)
        .bind("type", message.type())
        .bind("payload", payload)
        .bind("createdAt", message.createdAt())
        .bind("dueAt", message.dueAt())
        .bind("attempts", message.attempts())
        .execute();
  }

  Optional<String> findPayload(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(
            "SELECT payload FROM alert_messages WHERE organization_id = :organization AND message_id = :message")
        .bind("organization", organization.value())
        .bind("message", id)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Writes down how an attempt ended.
   *
   * @param nextAt when it is tried again; null if it was taken or is given up
   */
  void settle(
      OrganizationId organization,
      Handle handle,
      UUID id,
      Attempt attempt,
      Instant now,
      @Nullable Instant nextAt) {
    handle
        .createUpdate(
            """
            UPDATE alert_messages
            SET due_at = :nextAt::timestamptz, attempted_at = :now, status_code = :statusCode, failure = :failure,
                delivered_at = CASE WHEN :failure::text IS NULL THEN :now::timestamptz END,
                claimed_until = least(claimed_until, :now::timestamptz)
            WHERE organization_id = :organization AND message_id = :message AND delivered_at IS NULL
            """)
        .bind("organization", organization.value())
        .bind("message", id)
        .bind("statusCode", attempt.statusCode())
        .bind("failure", attempt.failure())
        .bind("now", now)
        .bind("nextAt", nextAt)
        .execute();
  }

  /**
   * Keeps to the bounds of an endpoint: gives up the oldest of too many that wait, unless one is
   * being sent, and forgets the oldest of too many that do not.
   */
  void makeRoom(OrganizationId organization, Handle handle, UUID endpoint, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE alert_messages SET due_at = NULL, failure = :gaveWay
            WHERE organization_id = :organization AND coalesce(claimed_until <= :now, true)
              AND message_id IN (SELECT message_id FROM alert_messages
                                 WHERE organization_id = :organization AND endpoint_id = :endpoint AND due_at IS NOT NULL
                                 ORDER BY message_id DESC OFFSET :max)
            """)
        .bind("gaveWay", MessageFailure.GAVE_WAY)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint)
        .bind("now", now)
        .bind("max", WAITING_MAX)
        .execute();
    handle
        .createUpdate(
            """
            DELETE FROM alert_messages
            WHERE organization_id = :organization AND endpoint_id = :endpoint AND due_at IS NULL
              AND message_id <= (SELECT message_id FROM alert_messages
                                 WHERE organization_id = :organization AND endpoint_id = :endpoint
                                 ORDER BY message_id DESC OFFSET :max LIMIT 1)
            """)
        .bind("organization", organization.value())
        .bind("endpoint", endpoint)
        .bind("max", KEPT_MAX)
        .execute();
  }

  private static Message message(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    return new Message(
        row.getObject("message_id", UUID.class),
        row.getString("type"),
        row.getString("summary"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "due_at"),
        row.getInt("attempts"),
        instant(row, "attempted_at"),
        instant(row, "delivered_at"),
        row.getObject("status_code", Integer.class),
        failure == null ? null : MessageFailure.valueOf(failure));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
