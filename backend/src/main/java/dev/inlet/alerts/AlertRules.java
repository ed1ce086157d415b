package dev.inlet.alerts;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Creates, changes and deletes rules. What is open of one that is off ends by itself. */
@Singleton
class AlertRules {

  private static final int RULES_MAX = 50;

  private final AlertRuleRepository rules;
  private final Database database;
  private final AuditTrail auditTrail;
  private final Clock clock;

  AlertRules(AlertRuleRepository rules, Database database, AuditTrail auditTrail, Clock clock) {
    this.rules = rules;
    this.database = database;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  AlertRule create(OrganizationId organization, AlertRuleRequest request, Caller caller) {
    AlertRule rule = request.rule(Ids.next());
    return database.inOrganization(
        organization,
        handle -> {
          requireWebhook(organization, handle, rule);
          if (rules.list(organization, handle).size() >= RULES_MAX) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE, "There are %d alerts already.".formatted(RULES_MAX));
          }
          rules.insert(organization, handle, rule, clock.instant());
          AlertRule saved = rules.findAnyway(organization, handle, rule.id()).orElseThrow();
          record(organization, handle, caller, AuditAction.ALERT_RULE_CREATED, Map.of(), saved);
          return saved;
        });
  }

  AlertRule update(OrganizationId organization, UUID id, AlertRuleRequest request, Caller caller) {
    AlertRule rule = request.rule(id);
    return database.inOrganization(
        organization,
        handle -> {
          AlertRule known = findForUpdate(organization, handle, id);
          if (known.kind() != rule.kind()) {
            throw ProblemException.invalid("/kind", "What an alert watches for stays.");
          }
          requireWebhook(organization, handle, rule);
          rules.update(organization, handle, rule, clock.instant());
          AlertRule saved = findForUpdate(organization, handle, id);
          record(
              organization, handle, caller, AuditAction.ALERT_RULE_CHANGED, known.audited(), saved);
          return saved;
        });
  }

  void delete(OrganizationId organization, UUID id, Caller caller) {
    database.useOrganization(
        organization,
        handle -> {
          AlertRule known = findForUpdate(organization, handle, id);
          rules.delete(organization, handle, id, clock.instant());
          auditTrail.record(
              handle,
              organization,
              caller.actor(),
              AuditEntry.of(AuditAction.ALERT_RULE_DELETED)
                  .on(id, known.kind().words())
                  .changing(known.audited(), Map.of()));
        });
  }

  private AlertRule findForUpdate(OrganizationId organization, Handle handle, UUID id) {
    return rules.findForUpdate(organization, handle, id).orElseThrow(ProblemException::notFound);
  }

  private void requireWebhook(OrganizationId organization, Handle handle, AlertRule rule) {
    UUID webhook = rule.webhookId();
    if (webhook != null && !rules.hasWebhook(organization, handle, webhook)) {
      throw ProblemException.invalid("/webhookId", "There is no such webhook.");
    }
  }

  private void record(
      OrganizationId organization,
      Handle handle,
      Caller caller,
      AuditAction action,
      Map<String, ?> before,
      AlertRule saved) {
    auditTrail.record(
        handle,
        organization,
        caller.actor(),
        AuditEntry.of(action)
            .on(saved.id(), saved.kind().words())
            .changing(before, saved.audited()));
  }
}
