package dev.inlet.alerts;

import dev.inlet.connections.CredentialsListener;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Begins and ends incidents, and has that told. Whoever notices comes here, and whoever comes
 * second changes nothing.
 */
@Singleton
class Incidents implements CredentialsListener {

  private final AlertRuleRepository rules;
  private final IncidentRepository incidents;
  private final Notices notices;
  private final Database database;
  private final Clock clock;

  Incidents(
      AlertRuleRepository rules,
      IncidentRepository incidents,
      Notices notices,
      Database database,
      Clock clock) {
    this.rules = rules;
    this.incidents = incidents;
    this.notices = notices;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void refused(OrganizationId organization, Handle handle, Instant since) {
    rules
        .listOn(organization, handle, AlertKind.CREDENTIALS_FAILING)
        .forEach(
            rule -> begin(organization, handle, rule, List.of(change(organization, rule)), since));
  }

  @Override
  public void accepted(OrganizationId organization, Handle handle) {
    rules
        .listOn(organization, handle, AlertKind.CREDENTIALS_FAILING)
        .forEach(
            rule -> close(organization, handle, rule, List.of(change(organization, rule)), true));
  }

  private static Change change(OrganizationId organization, AlertRule rule) {
    return new Change(
        organization, rule.id(), null, rule.kind(), Change.Step.BEGINS, null, null, null);
  }

  /** Applies what was found out of one rule, and what is the same of all of it is told at once. */
  void apply(OrganizationId organization, UUID ruleId, Change.Step step, List<Change> changes) {
    database.useOrganization(
        organization,
        handle ->
            rules
                .findAnyway(organization, handle, ruleId)
                .ifPresent(
                    rule -> {
                      switch (step) {
                        case BEGINS -> begin(organization, handle, rule, changes, clock.instant());
                        case IS_DUE ->
                            tell(organization, handle, rule, open(organization, handle, changes));
                        case RECOVERS -> close(organization, handle, rule, changes, true);
                        case IS_DROPPED -> close(organization, handle, rule, changes, false);
                      }
                    }));
  }

  private void begin(
      OrganizationId organization,
      Handle handle,
      AlertRule rule,
      List<Change> changes,
      Instant openedAt) {
    tell(
        organization,
        handle,
        rule,
        changes.stream()
            .map(change -> incidents.begin(organization, handle, change, openedAt))
            .flatMap(Optional::stream));
  }

  private void tell(
      OrganizationId organization, Handle handle, AlertRule rule, Stream<Incident> open) {
    Instant now = clock.instant();
    List<Incident> told =
        open.filter(
                incident ->
                    incidents.tell(organization, handle, incident.id(), now, rule.kind().pause()))
            .toList();
    notices.begun(organization, handle, rule, told);
  }

  /** Of what nobody was told that it began nobody is told that it is over. */
  private void close(
      OrganizationId organization,
      Handle handle,
      AlertRule rule,
      List<Change> changes,
      boolean isRecovered) {
    Instant now = clock.instant();
    List<Incident> told =
        open(organization, handle, changes)
            .map(open -> incidents.close(organization, handle, open.id(), now, isRecovered))
            .flatMap(Optional::stream)
            .filter(closed -> closed.toldAt() != null)
            .toList();
    notices.over(organization, handle, rule, told);
  }

  private Stream<Incident> open(OrganizationId organization, Handle handle, List<Change> changes) {
    return changes.stream()
        .map(
            change -> incidents.findOpen(organization, handle, change.ruleId(), change.webhookId()))
        .flatMap(Optional::stream);
  }
}
