package dev.inlet.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SupportDatabase;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@code audit_events}. */
@Singleton
public class AuditEventRepository {

  private static final String SELECT =
      """
      SELECT event_id, occurred_at, action, actor_kind, actor_id, actor_name, target_id, target_name, source_address,
             device, before, after, reason
      FROM audit_events WHERE organization_id = :organization
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final SupportDatabase supportDatabase;

  AuditEventRepository(Database database, SupportDatabase supportDatabase) {
    this.database = database;
    this.supportDatabase = supportDatabase;
  }

  /** The newest events first, from a point on. */
  List<AuditEventResponse> list(OrganizationId organization, AuditEventFilter filter, int limit) {
    return database.inOrganization(
        organization, handle -> list(handle, organization, filter, limit));
  }

  /**
   * The newest events of the installation itself first, for support staff.
   *
   * @param before only those older than this one; null for all
   */
  public List<AuditEventResponse> listOfInstallation(@Nullable UUID before, int limit) {
    return supportDatabase.read(
        handle -> list(handle, AuditTrail.INSTALLATION, AuditEventFilter.olderThan(before), limit));
  }

  private static List<AuditEventResponse> list(
      Handle handle, OrganizationId organization, AuditEventFilter filter, int limit) {
    return query(handle, filter)
        .bind("organization", organization.value())
        .bind("limit", limit)
        .map((row, context) -> event(row))
        .list();
  }

  private static Query query(Handle handle, AuditEventFilter filter) {
    StringBuilder sql = new StringBuilder(SELECT);
    if (filter.action() != null) {
      sql.append("AND action = :action ");
    }
    if (filter.actor() != null) {
      sql.append("AND actor_id = :actor ");
    }
    if (filter.target() != null) {
      sql.append("AND target_id = :target ");
    }
    if (filter.from() != null) {
      sql.append("AND occurred_at >= :from ");
    }
    if (filter.to() != null) {
      sql.append("AND occurred_at < :to ");
    }
    if (filter.before() != null) {
      sql.append("AND event_id < :before ");
    }
    Query query = handle.createQuery(sql.append("ORDER BY event_id DESC LIMIT :limit").toString());
    if (filter.action() != null) {
      query.bind("action", filter.action());
    }
    if (filter.actor() != null) {
      query.bind("actor", filter.actor());
    }
    if (filter.target() != null) {
      query.bind("target", filter.target());
    }
    if (filter.from() != null) {
      query.bind("from", filter.from());
    }
    if (filter.to() != null) {
      query.bind("to", filter.to());
    }
    if (filter.before() != null) {
      query.bind("before", filter.before());
    }
    return query;
  }

  private static AuditEventResponse event(ResultSet row) throws SQLException {
    return new AuditEventResponse(
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
        json(row.getString("before")),
        json(row.getString("after")),
        row.getString("reason"));
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored audit event could not be read", e);
    }
  }
}
