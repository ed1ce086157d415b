package dev.inlet.webhooks;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes webhooks; nothing is saved that would not compile. */
@Singleton
class WebhookService {

  private final Database database;
  private final WebhookRepository webhooks;
  private final WebhookVersionRepository versions;
  private final DriftRepository drifts;
  private final DefinitionCheck check;
  private final PrivacyGuard privacyGuard;
  private final Verifications verifications;
  private final WebhookCatalog catalog;
  private final WebhookChanges changes;
  private final Clock clock;

  WebhookService(
      Database database,
      WebhookRepository webhooks,
      WebhookVersionRepository versions,
      DriftRepository drifts,
      DefinitionCheck check,
      PrivacyGuard privacyGuard,
      Verifications verifications,
      WebhookCatalog catalog,
      WebhookChanges changes,
      Clock clock) {
    this.database = database;
    this.webhooks = webhooks;
    this.versions = versions;
    this.drifts = drifts;
    this.check = check;
    this.privacyGuard = privacyGuard;
    this.verifications = verifications;
    this.catalog = catalog;
    this.changes = changes;
    this.clock = clock;
  }

  Webhook create(OrganizationId organization, Wanted wanted, Caller author) {
    WebhookContent content = check.sound(organization, wanted.content(null), null).content();
    Webhook webhook = Webhook.fresh(wanted.name(), false, content, clock.instant());
    add(
        organization,
        webhook,
        handle -> versions.insert(organization, handle, webhook, author.actor()),
        WebhookChanges.audited(webhook),
        author);
    return webhook;
  }

  /**
   * Adds a copy of a webhook as it is stored, paused and with a URL of its own; asks nobody. It
   * demands of its senders what the original does.
   */
  Webhook duplicate(OrganizationId organization, WebhookId id, String name, Caller author) {
    Webhook original = known(organization, id, null);
    check.requireSound(organization, original.content());
    Webhook copy = Webhook.fresh(name, true, original.content(), clock.instant());
    int number = original.version();
    add(
        organization,
        copy,
        handle -> {
          versions.insertCopy(organization, handle, copy, id, number, author.actor());
          verifications.copy(organization, handle, id, copy.id());
        },
        Map.of("name", name, "version", 1, "isPaused", true, "duplicateOf", original.name()),
        author);
    return copy;
  }

  /**
   * Changes a webhook; a changed content becomes its next version.
   *
   * @param revision the one that the author had before them; null for whichever there is
   */
  Webhook update(
      OrganizationId organization,
      WebhookId id,
      Wanted wanted,
      @Nullable Integer revision,
      Caller author) {
    Webhook known = known(organization, id, revision);
    WebhookContent content = wanted.content(known.content());
    privacyGuard.check(organization, known.content().privacy(), content.privacy(), author);
    DefinitionCheck.Checked checked = check.sound(organization, content, known.content());
    Webhook changed = known.saved(wanted.name(), checked.content(), clock.instant());
    return save(
        organization,
        known,
        changed,
        checked.fits(),
        handle -> versions.insert(organization, handle, changed, author.actor()),
        WebhookChanges.audited(changed),
        author);
  }

  /**
   * Makes an earlier version, as it is stored, the next one. Nobody is asked about its panel: it
   * counts as it did then.
   *
   * @param revision the one that the author had before them; null for whichever there is
   */
  Webhook restore(
      OrganizationId organization,
      WebhookId id,
      int number,
      @Nullable Integer revision,
      Caller author) {
    Webhook known = known(organization, id, revision);
    WebhookContent content =
        webhooks
            .findVersion(organization, id, number)
            .orElseThrow(ProblemException::notFound)
            .content();
    privacyGuard.check(organization, known.content().privacy(), content.privacy(), author);
    check.requireSound(organization, content);
    Webhook restored = known.saved(known.name(), content, clock.instant());
    return save(
        organization,
        known,
        restored,
        restored.version() != known.version(),
        handle -> versions.insertCopy(organization, handle, restored, id, number, author.actor()),
        Map.of("name", known.name(), "version", restored.version(), "restoredVersion", number),
        author);
  }

  /** Pauses or resumes a webhook; nobody's work is overwritten, so no revision has to be known. */
  Webhook setPaused(OrganizationId organization, WebhookId id, boolean isPaused, Caller author) {
    Webhook webhook =
        database.inOrganization(
            organization, handle -> changes.setPaused(organization, handle, id, isPaused, author));
    catalog.changed("webhooks", organization);
    return webhook;
  }

  void delete(OrganizationId organization, WebhookId id, Caller author) {
    database.useOrganization(
        organization, handle -> changes.delete(organization, handle, id, author));
    catalog.changed("webhooks", organization);
  }

  /**
   * What an author wants a webhook to be.
   *
   * @param privacy null if it is to be as it is
   * @param idempotency null if it is to be as it is
   * @param queue null if it is to be as it is
   */
  record Wanted(
      String name,
      WebhookContent draft,
      @Nullable Privacy privacy,
      @Nullable Idempotency idempotency,
      @Nullable QueueSettings queue) {

    /** With what it says nothing of as it is known; null if it is new. */
    WebhookContent content(@Nullable WebhookContent known) {
      WebhookContent rest = known == null ? draft : known;
      return draft.with(
          Objects.requireNonNullElse(privacy, rest.privacy()),
          Objects.requireNonNullElse(idempotency, rest.idempotency()),
          Objects.requireNonNullElse(queue, rest.queue()));
    }
  }

  private Webhook known(OrganizationId organization, WebhookId id, @Nullable Integer revision) {
    Webhook known = webhooks.find(organization, id).orElseThrow(ProblemException::notFound);
    if (revision != null && revision != known.revision()) {
      throw WebhookChanges.conflict();
    }
    return known;
  }

  private void add(
      OrganizationId organization,
      Webhook webhook,
      Consumer<Handle> addVersion,
      Map<String, ?> audited,
      Caller author) {
    database.useOrganization(
        organization,
        handle -> changes.add(organization, handle, webhook, addVersion, audited, author));
    catalog.changed("webhooks", organization);
  }

  private Webhook save(
      OrganizationId organization,
      Webhook known,
      Webhook changed,
      boolean fits,
      Consumer<Handle> addVersion,
      Map<String, ?> audited,
      Caller author) {
    if (changed.isSameAs(known)) {
      return fits ? undrifted(organization, known) : known;
    }
    Webhook saved =
        database.inOrganization(
            organization,
            handle ->
                changes.save(
                    organization, handle, known, changed, fits, addVersion, audited, author));
    catalog.changed("webhooks", organization);
    return saved;
  }

  private Webhook undrifted(OrganizationId organization, Webhook known) {
    if (known.drift() != null) {
      drifts.found(organization, known.id(), known.version(), List.of(), clock.instant());
    }
    return known.undrifted();
  }
}
