package dev.inlet.webhooks;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.FilePlan.Others;
import dev.inlet.webhooks.verification.Verification;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Does what a plan says, all of it or nothing, and only if it is what was planned. The audit trail
 * tells of each webhook as if somebody had changed it by hand.
 */
@Singleton
class FileApplication {

  private final Database database;
  private final FilePlanner planner;
  private final InstalledWebhookRepository installed;
  private final WebhookRepository webhooks;
  private final WebhookVersionRepository versions;
  private final WebhookChanges changes;
  private final Verifications verifications;
  private final WebhookCatalog catalog;
  private final Clock clock;

  FileApplication(
      Database database,
      FilePlanner planner,
      InstalledWebhookRepository installed,
      WebhookRepository webhooks,
      WebhookVersionRepository versions,
      WebhookChanges changes,
      Verifications verifications,
      WebhookCatalog catalog,
      Clock clock) {
    this.database = database;
    this.planner = planner;
    this.installed = installed;
    this.webhooks = webhooks;
    this.versions = versions;
    this.changes = changes;
    this.verifications = verifications;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Applies a file.
   *
   * @param fingerprint of the plan that somebody had before them; null for whatever it is now
   * @return what was done
   * @throws ProblemException INVALID_DEFINITION if the file has problems, CONFLICT if something
   *     changed since it was planned; nothing was done then
   */
  FilePlan apply(
      OrganizationId organization,
      byte[] file,
      Others others,
      @Nullable String fingerprint,
      Caller author) {
    FilePlanner.Planned planned = planner.plan(organization, file, others, author);
    FilePlan plan = planned.plan();
    requireNoProblems(plan);
    if (fingerprint != null && !fingerprint.equals(plan.fingerprint())) {
      throw outdated();
    }
    if (plan.changes() > 0) {
      database.useOrganization(
          organization, handle -> apply(organization, handle, planned, author));
      catalog.changed("webhooks", organization);
    }
    return plan;
  }

  private static void requireNoProblems(FilePlan plan) {
    if (!plan.problems().isEmpty()) {
      List<FieldError> errors =
          plan.problems().stream()
              .map(problem -> new FieldError(problem.pointer(), problem.sentence()))
              .toList();
      throw new ProblemException(
          ProblemType.INVALID_DEFINITION, errors.getFirst().detail(), errors);
    }
  }

  private static ProblemException outdated() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "The file or a webhook changed since this was planned; nothing was done. Plan again.");
  }

  private void apply(
      OrganizationId organization, Handle handle, FilePlanner.Planned planned, Caller author) {
    if (!FilePlanner.states(installed.hold(organization, handle)).equals(planned.states())) {
      throw outdated();
    }
    // What is deleted makes room for what is created.
    planned.steps().stream()
        .sorted(Comparator.comparing(step -> step.planned().change() != FilePlan.Change.DELETE))
        .forEach(step -> take(organization, handle, step, author));
  }

  private void take(OrganizationId organization, Handle handle, FileStep step, Caller author) {
    FilePlan.PlannedWebhook planned = step.planned();
    WebhookId id = planned.id() == null ? null : new WebhookId(planned.id());
    FileStep.Target target = step.target();
    if (id == null && target != null) {
      create(organization, handle, target, author);
    } else if (id != null) {
      switch (planned.change()) {
        case PAUSE -> changes.setPaused(organization, handle, id, true, author);
        case DELETE -> changes.delete(organization, handle, id, author);
        case CHANGE -> change(organization, handle, id, Objects.requireNonNull(target), author);
        case CREATE, UNCHANGED, LEAVE -> {}
      }
    }
  }

  private void create(
      OrganizationId organization, Handle handle, FileStep.Target target, Caller author) {
    WebhookContent content = Objects.requireNonNull(target.content());
    Webhook webhook = Webhook.fresh(target.name(), target.isPaused(), content, clock.instant());
    Map<String, Object> audited = new HashMap<>(WebhookChanges.audited(webhook));
    if (target.isPaused()) {
      audited.put("isPaused", true);
    }
    changes.add(
        organization,
        handle,
        webhook,
        it -> versions.insert(organization, it, webhook, author.actor()),
        audited,
        author);
    if (!target.verification().isOpen()) {
      verifications.demand(organization, handle, webhook.id(), target.verification(), author);
    }
  }

  private void change(
      OrganizationId organization,
      Handle handle,
      WebhookId id,
      FileStep.Target target,
      Caller author) {
    Webhook known = webhooks.find(organization, handle, id).orElseThrow(FileApplication::outdated);
    WebhookContent content = Objects.requireNonNullElse(target.content(), known.content());
    Webhook changed = known.saved(target.name(), content, clock.instant());
    if (!changed.isSameAs(known)) {
      changes.save(
          organization,
          handle,
          known,
          changed,
          target.fits(),
          it -> versions.insert(organization, it, changed, author.actor()),
          WebhookChanges.audited(changed),
          author);
    }
    if (target.isPaused() != known.isPaused()) {
      changes.setPaused(organization, handle, id, target.isPaused(), author);
    }
    Verification demanded = target.verification();
    verifications.demand(organization, handle, id, demanded, author);
  }
}
