package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what every rule watches, again and again, on every node: what two of them find at once
 * is one incident all the same.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class AlertWorker {

  private static final Logger LOG = LoggerFactory.getLogger(AlertWorker.class);

  /** Changes of one organization. */
  private static final int AT_ONCE_MAX = 200;

  static final int FORGOTTEN_AT_ONCE_MAX = 1_000;
  private static final Duration INCIDENTS_KEPT = Duration.ofDays(400);
  private static final Duration MESSAGES_KEPT = Duration.ofDays(30);

  private final Findings findings;
  private final Incidents incidents;
  private final Database database;
  private final Clock clock;

  AlertWorker(Findings findings, Incidents incidents, Database database, Clock clock) {
    this.findings = findings;
    this.incidents = incidents;
    this.database = database;
    this.clock = clock;
  }

  private record Group(OrganizationId organization, UUID rule, Change.Step step) {}

  @Scheduled(fixedDelay = "20s", initialDelay = "20s")
  void watch() {
    for (Findings.Look look : Findings.Look.values()) {
      try {
        apply(findings.find(look));
      } catch (RuntimeException e) {
        LOG.warn("{} could not be looked at", look, e);
      }
    }
  }

  private void apply(List<Change> changes) {
    grouped(changes).entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().step()))
        .forEach(entry -> apply(entry.getKey(), entry.getValue()));
  }

  /** What is more of one organization than holds up the others is found again the next time. */
  private static Map<Group, List<Change>> grouped(List<Change> changes) {
    Map<OrganizationId, List<Change>> ofOrganizations =
        changes.stream()
            .sorted(Comparator.comparing(Change::step))
            .collect(Collectors.groupingBy(Change::organization));
    return ofOrganizations.values().stream()
        .flatMap(ofOne -> ofOne.stream().limit(AT_ONCE_MAX))
        .collect(
            Collectors.groupingBy(
                change -> new Group(change.organization(), change.ruleId(), change.step())));
  }

  /** What fails of one organization holds up no other, and is found again. */
  private void apply(Group group, List<Change> changes) {
    try {
      incidents.apply(group.organization(), group.rule(), group.step(), changes);
    } catch (RuntimeException e) {
      LOG.warn("What was found of {} could not be written down", group.organization(), e);
    }
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "15m")
  void forgetOld() {
    Instant now = clock.instant();
    forget(
        """
        DELETE FROM alert_incidents
        WHERE (organization_id, incident_id) IN (
          SELECT organization_id, incident_id FROM alert_incidents WHERE closed_at < :before
          ORDER BY closed_at LIMIT :max)
        """,
        now.minus(INCIDENTS_KEPT));
    forget(
        """
        DELETE FROM alert_messages
        WHERE (organization_id, message_id) IN (
          SELECT organization_id, message_id FROM alert_messages WHERE created_at < :before
          ORDER BY created_at LIMIT :max)
        """,
        now.minus(MESSAGES_KEPT));
    database.acrossOrganizations(
        handle ->
            handle
                .createUpdate("DELETE FROM alert_mails WHERE sent_at < :before")
                .bind("before", now.minus(MailAllowance.WITHIN.multipliedBy(2)))
                .execute());
  }

  /** Some at a time: nothing is locked for long, and nobody's vacuum has much to do at once. */
  private void forget(String some, Instant before) {
    int forgotten;
    do {
      forgotten =
          database.forAlerts(
              handle ->
                  handle
                      .createUpdate(some)
                      .bind("before", before)
                      .bind("max", FORGOTTEN_AT_ONCE_MAX)
                      .execute());
    } while (forgotten == FORGOTTEN_AT_ONCE_MAX);
  }
}
