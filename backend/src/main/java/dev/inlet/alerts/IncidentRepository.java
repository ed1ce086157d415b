package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
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
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_incidents}. */
@Singleton
class IncidentRepository {

  private static final String SELECT =
      """
      SELECT i.incident_id, i.rule_id, i.kind, i.webhook_id, w.name AS webhook_name, r.counts_rejected, i.failed, i.counted, i.period_minutes,
             i.opened_at, i.told_at, i.closed_at, i.is_recovered, i.mails_left_out
      FROM alert_incidents i
      JOIN alert_rules r ON r.organization_id = i.organization_id AND r.rule_id = i.rule_id
      LEFT JOIN webhooks w ON w.organization_id = i.organization_id AND w.webhook_id = i.webhook_id
      WHERE i.organization_id = :organization
      """;

  private final Database database;

  IncidentRepository(Database database) {
    this.database = database;
  }

  /**
   * The open ones first, then the newest.
   *
   * @param isOpen what the page before ended with
   */
  List<Incident> list(OrganizationId organization, boolean isOpen, UUID before, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        AND (i.closed_at IS NULL, i.incident_id) < (:isOpen, :before)
                        ORDER BY i.closed_at IS NULL DESC, i.incident_id DESC LIMIT :limit
                        """)
                .bind("organization", organization.value())
                .bind("isOpen", isOpen)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> incident(row))
                .list());
  }

  /** Begins an incident; empty if it has begun already. */
  Optional<Incident> begin(
      OrganizationId organization, Handle handle, Change change, Instant openedAt) {
    UUID id = Ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO alert_incidents (organization_id, incident_id, rule_id, webhook_id, kind, failed, counted,
                                         period_minutes, opened_at)
            VALUES (:organization, :incident, :rule, :webhook::uuid, :kind, :failed, :counted, :period, :openedAt)
            ON CONFLICT DO NOTHING
            """)
        .bind("organization", organization.value())
        .bind("incident", id)
        .bind("rule", change.ruleId())
        .bind("webhook", change.webhookId())
        .bind("kind", change.kind())
        .bind("failed", change.failed())
        .bind("counted", change.counted())
        .bind("period", change.periodMinutes())
        .bind("openedAt", openedAt)
        .execute();
    return find(organization, handle, id);
  }

  /** The open incident of a rule and what it watches. */
  Optional<Incident> findOpen(
      OrganizationId organization, Handle handle, UUID rule, @Nullable UUID webhook) {
    return handle
        .createQuery(
            SELECT
                + """
                AND i.rule_id = :rule AND i.webhook_id IS NOT DISTINCT FROM :webhook::uuid AND i.closed_at IS NULL
                FOR UPDATE OF i
                """)
        .bind("organization", organization.value())
        .bind("rule", rule)
        .bind("webhook", webhook)
        .map((row, context) -> incident(row))
        .findOne();
  }

  /**
   * Writes down that an incident is told; false if it was, or is to wait. Making a rule anew saves
   * no wait.
   *
   * @param pause for how long after the one before of the same rule and webhook
   */
  boolean tell(OrganizationId organization, Handle handle, UUID id, Instant now, Duration pause) {
    return handle
            .createUpdate(
                """
                UPDATE alert_incidents i SET told_at = :now
                WHERE i.organization_id = :organization AND i.incident_id = :incident AND i.told_at IS NULL
                  AND NOT EXISTS (SELECT FROM alert_incidents o
                                  JOIN alert_rules r ON r.organization_id = o.organization_id AND r.rule_id = o.rule_id
                                  WHERE o.organization_id = i.organization_id AND o.kind = i.kind
                                    AND (o.rule_id = i.rule_id OR r.deleted_at IS NOT NULL)
                                    AND o.webhook_id IS NOT DISTINCT FROM i.webhook_id AND o.told_at > :since)
                """)
            .bind("organization", organization.value())
            .bind("incident", id)
            .bind("now", now)
            .bind("since", now.minus(pause))
            .execute()
        == 1;
  }

  /** Writes down that e-mails about incidents were not written. */
  void leaveOut(
      OrganizationId organization, Handle handle, List<Incident> incidents, int mailsLeftOut) {
    if (mailsLeftOut == 0) {
      return;
    }
    handle
        .createUpdate(
            """
            UPDATE alert_incidents SET mails_left_out = mails_left_out + :mails
            WHERE organization_id = :organization AND incident_id = ANY (:incidents)
            """)
        .bind("organization", organization.value())
        .bindArray("incidents", UUID.class, incidents.stream().map(Incident::id).toList())
        .bind("mails", mailsLeftOut)
        .execute();
  }

  /** Ends an incident; empty if it has ended already. */
  Optional<Incident> close(
      OrganizationId organization, Handle handle, UUID id, Instant now, boolean isRecovered) {
    int closed =
        handle
            .createUpdate(
                """
                UPDATE alert_incidents SET closed_at = :now, is_recovered = :isRecovered
                WHERE organization_id = :organization AND incident_id = :incident AND closed_at IS NULL
                """)
            .bind("organization", organization.value())
            .bind("incident", id)
            .bind("now", now)
            .bind("isRecovered", isRecovered)
            .execute();
    return closed == 0 ? Optional.empty() : find(organization, handle, id);
  }

  private static Optional<Incident> find(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND i.incident_id = :incident")
        .bind("organization", organization.value())
        .bind("incident", id)
        .map((row, context) -> incident(row))
        .findOne();
  }

  private static Incident incident(ResultSet row) throws SQLException {
    return new Incident(
        row.getObject("incident_id", UUID.class),
        row.getObject("rule_id", UUID.class),
        AlertKind.valueOf(row.getString("kind")),
        row.getObject("webhook_id", UUID.class),
        row.getString("webhook_name"),
        row.getBoolean("counts_rejected"),
        row.getObject("failed", Integer.class),
        row.getObject("counted", Integer.class),
        row.getObject("period_minutes", Integer.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        instant(row, "told_at"),
        instant(row, "closed_at"),
        row.getObject("is_recovered", Boolean.class),
        row.getInt("mails_left_out"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
