package dev.inlet.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.SupportDatabase;
import dev.inlet.platform.security.Actor;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the installation's own audit trail. */
@Singleton
class InstallationEvents {

  private final SupportDatabase database;
  private final ObjectMapper json;

  InstallationEvents(SupportDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The newest events first, older than an id. */
  List<InstallationEvent> list(UUID before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT event_id, occurred_at, action, actor_kind, actor_id, actor_name, target_id, target_name,
                           source_address, device, before, after, reason
                    FROM audit_events
                    WHERE organization_id = :installation AND event_id < :before
                    ORDER BY event_id DESC LIMIT :limit
                    """)
                .bind("installation", AuditTrail.INSTALLATION.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
  }

  private InstallationEvent event(ResultSet row) throws SQLException {
    return new InstallationEvent(
        row.getObject("event_id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        AuditAction.valueOf(row.getString("action")),
        Actor.Kind.valueOf(row.getString("actor_kind")),
        row.getObject("actor_id", UUID.class),
        row.getString("actor_name"),
        row.getString("target_id"),
        row.getString("target_name"),
        row.getString("source_address"),
        row.getString("device"),
        values(row.getString("before")),
        values(row.getString("after")),
        row.getString("reason"));
  }

  private @Nullable JsonNode values(@Nullable String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An audit event could not be read", e);
    }
  }
}
