package dev.inlet.webhooks;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Writes changes of webhooks and what the audit trail says of them, within somebody's transaction.
 * Whether a content may be saved was checked before.
 */
@Singleton
class WebhookChanges {

  private final WebhookRepository webhooks;
  private final WebhooksConfiguration configuration;
  private final AuditTrail auditTrail;
  private final Clock clock;

  WebhookChanges(
      WebhookRepository webhooks,
      WebhooksConfiguration configuration,
      AuditTrail auditTrail,
      Clock clock) {
    this.webhooks = webhooks;
    this.configuration = configuration;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  void add(
      OrganizationId organization,
      Handle handle,
      Webhook webhook,
      Consumer<Handle> addVersion,
      Map<String, ?> audited,
      Caller author) {
    WebhookLock.holdMaking(organization, handle);
    requireRoom(organization, handle);
    webhooks.insert(organization, handle, webhook);
    addVersion.accept(handle);
    AuditEntry entry = entry(AuditAction.WEBHOOK_CREATED, webhook).with(audited);
    auditTrail.record(handle, organization, author.actor(), entry);
  }

  private void requireRoom(OrganizationId organization, Handle handle) {
    if (webhooks.count(organization, handle) >= configuration.max()) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "There are %d webhooks already; delete one first.".formatted(configuration.max()));
    }
  }

  /**
   * Saves a webhook's next revision.
   *
   * @param fits whether its panel is known to fit
   * @return as it is now: somebody may have paused it since it was read
   */
  Webhook save(
      OrganizationId organization,
      Handle handle,
      Webhook known,
      Webhook changed,
      boolean fits,
      Consumer<Handle> addVersion,
      Map<String, ?> audited,
      Caller author) {
    if (!webhooks.update(organization, handle, known, changed, fits)) {
      throw conflict();
    }
    if (changed.version() != known.version()) {
      addVersion.accept(handle);
    }
    AuditEntry entry =
        entry(AuditAction.WEBHOOK_CHANGED, changed).changing(audited(known), audited);
    auditTrail.record(handle, organization, author.actor(), entry);
    return webhooks.find(organization, handle, changed.id()).orElseThrow();
  }

  /** Pauses or resumes a webhook, unless that is how it is. */
  Webhook setPaused(
      OrganizationId organization, Handle handle, WebhookId id, boolean isPaused, Caller author) {
    boolean isChanged = webhooks.setPaused(organization, handle, id, isPaused);
    Webhook changed =
        webhooks.find(organization, handle, id).orElseThrow(ProblemException::notFound);
    if (isChanged) {
      AuditAction action = isPaused ? AuditAction.WEBHOOK_PAUSED : AuditAction.WEBHOOK_RESUMED;
      auditTrail.record(handle, organization, author.actor(), entry(action, changed));
    }
    return changed;
  }

  void delete(OrganizationId organization, Handle handle, WebhookId id, Caller author) {
    Webhook known = webhooks.find(organization, handle, id).orElseThrow(ProblemException::notFound);
    if (!webhooks.delete(organization, handle, id, clock.instant())) {
      throw ProblemException.notFound();
    }
    AuditEntry entry = entry(AuditAction.WEBHOOK_DELETED, known).changing(audited(known), Map.of());
    auditTrail.record(handle, organization, author.actor(), entry);
  }

  /** Schema and mapping are told by their version, which nobody can change. */
  static Map<String, ?> audited(Webhook webhook) {
    return Map.of("name", webhook.name(), "version", webhook.version());
  }

  static ProblemException conflict() {
    return new ProblemException(
        ProblemType.CONFLICT, "Somebody saved this webhook in the meantime; load it again.");
  }

  private static AuditEntry entry(AuditAction action, Webhook webhook) {
    return AuditEntry.of(action).on(webhook.id(), webhook.name());
  }
}
