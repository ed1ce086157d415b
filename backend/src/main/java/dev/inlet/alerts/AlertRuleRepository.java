package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_rules}, each with its members. */
@Singleton
class AlertRuleRepository {

  private static final String SELECT =
      """
      SELECT r.rule_id, r.kind, r.webhook_id, r.is_on, r.deliveries, r.percent, r.period_minutes, r.counts_rejected,
             r.tells_administrators,
             array(SELECT m.user_id FROM alert_rule_members m
                   WHERE m.organization_id = r.organization_id AND m.rule_id = r.rule_id ORDER BY m.user_id) AS members
      FROM alert_rules r WHERE r.organization_id = :organization
      """;

  private final Database database;

  AlertRuleRepository(Database database) {
    this.database = database;
  }

  List<AlertRule> list(OrganizationId organization) {
    return database.inOrganization(organization, handle -> list(organization, handle));
  }

  List<AlertRule> list(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(SELECT + "AND r.deleted_at IS NULL ORDER BY r.rule_id")
        .bind("organization", organization.value())
        .map((row, context) -> rule(row))
        .list();
  }

  /** The rules of a kind that are on. */
  List<AlertRule> listOn(OrganizationId organization, Handle handle, AlertKind kind) {
    return list(organization, handle).stream()
        .filter(rule -> rule.kind() == kind && rule.isOn())
        .toList();
  }

  /** A rule, even one that was deleted: whoever was told of an incident is told of its end. */
  Optional<AlertRule> findAnyway(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND r.rule_id = :rule")
        .bind("organization", organization.value())
        .bind("rule", id)
        .map((row, context) -> rule(row))
        .findOne();
  }

  /** A rule, locked until the transaction ends. */
  Optional<AlertRule> findForUpdate(OrganizationId organization, Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "AND r.rule_id = :rule AND r.deleted_at IS NULL FOR UPDATE OF r")
        .bind("organization", organization.value())
        .bind("rule", id)
        .map((row, context) -> rule(row))
        .findOne();
  }

  boolean hasWebhook(OrganizationId organization, Handle handle, UUID webhook) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM webhooks WHERE organization_id = :organization AND webhook_id = :webhook
                           AND deleted_at IS NULL)
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook)
        .mapTo(Boolean.class)
        .one();
  }

  void insert(OrganizationId organization, Handle handle, AlertRule rule, Instant now) {
    bind(
            handle.createUpdate(
                """
                INSERT INTO alert_rules (organization_id, rule_id, kind, webhook_id, is_on, deliveries, percent, period_minutes,
                                         counts_rejected, tells_administrators, created_at, updated_at)
                VALUES (:organization, :rule, :kind, :webhook::uuid, :isOn, :deliveries, :percent, :period, :countsRejected,
                        :tellsAdministrators, :now, :now)
                """),
            organization,
            rule,
            now)
        .execute();
    saveMembers(organization, handle, rule);
  }

  /** Changes everything about a rule but its kind. */
  void update(OrganizationId organization, Handle handle, AlertRule rule, Instant now) {
    bind(
            handle.createUpdate(
                """
                UPDATE alert_rules
                SET webhook_id = :webhook::uuid, is_on = :isOn, deliveries = :deliveries, percent = :percent, period_minutes = :period,
                    counts_rejected = :countsRejected, tells_administrators = :tellsAdministrators, updated_at = :now
                WHERE organization_id = :organization AND rule_id = :rule AND kind = :kind AND deleted_at IS NULL
                """),
            organization,
            rule,
            now)
        .execute();
    handle
        .createUpdate(
            "DELETE FROM alert_rule_members WHERE organization_id = :organization AND rule_id = :rule")
        .bind("organization", organization.value())
        .bind("rule", rule.id())
        .execute();
    saveMembers(organization, handle, rule);
  }

  void delete(OrganizationId organization, Handle handle, UUID id, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE alert_rules SET deleted_at = :now
            WHERE organization_id = :organization AND rule_id = :rule AND deleted_at IS NULL
            """)
        .bind("organization", organization.value())
        .bind("rule", id)
        .bind("now", now)
        .execute();
  }

  /** Who is no member is left out. */
  private static void saveMembers(OrganizationId organization, Handle handle, AlertRule rule) {
    handle
        .createUpdate(
            """
            INSERT INTO alert_rule_members (organization_id, rule_id, user_id)
            SELECT organization_id, :rule, user_id FROM members
            WHERE organization_id = :organization AND user_id = ANY (:members)
            """)
        .bind("organization", organization.value())
        .bind("rule", rule.id())
        .bindArray("members", UUID.class, rule.members())
        .execute();
  }

  private static Update bind(
      Update update, OrganizationId organization, AlertRule rule, Instant now) {
    return update
        .bind("organization", organization.value())
        .bind("rule", rule.id())
        .bind("kind", rule.kind())
        .bind("webhook", rule.webhookId())
        .bind("isOn", rule.isOn())
        .bind("deliveries", rule.deliveries())
        .bind("percent", rule.percent())
        .bind("period", rule.periodMinutes())
        .bind("countsRejected", rule.countsRejected())
        .bind("tellsAdministrators", rule.tellsAdministrators())
        .bind("now", now);
  }

  private static AlertRule rule(ResultSet row) throws SQLException {
    return new AlertRule(
        row.getObject("rule_id", UUID.class),
        AlertKind.valueOf(row.getString("kind")),
        row.getObject("webhook_id", UUID.class),
        row.getBoolean("is_on"),
        number(row, "deliveries"),
        number(row, "percent"),
        number(row, "period_minutes"),
        row.getBoolean("counts_rejected"),
        row.getBoolean("tells_administrators"),
        List.of((UUID[]) row.getArray("members").getArray()));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
