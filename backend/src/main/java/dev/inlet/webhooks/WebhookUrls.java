package dev.inlet.webhooks;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Renews the URLs that open webhooks. No URL stands in the audit trail: whoever knows it can send.
 */
@Singleton
class WebhookUrls {

  private final Database database;
  private final WebhookRepository webhooks;
  private final UrlRepository urls;
  private final WebhookCatalog catalog;
  private final AuditTrail auditTrail;
  private final Clock clock;

  WebhookUrls(
      Database database,
      WebhookRepository webhooks,
      UrlRepository urls,
      WebhookCatalog catalog,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.webhooks = webhooks;
    this.urls = urls;
    this.catalog = catalog;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * The keys that open a webhook.
   *
   * @param old the one before, while it works; null if none does
   */
  record Keys(String key, @Nullable OldUrl old) {

    @Override
    public String toString() {
      return "Keys[old=%s]".formatted(old);
    }
  }

  Keys find(OrganizationId organization, WebhookId webhook) {
    return database.inOrganization(organization, handle -> find(organization, handle, webhook));
  }

  /**
   * Makes a new key, which works at once.
   *
   * @param overlap for how long the present one works, too
   */
  Keys renew(OrganizationId organization, WebhookId webhook, Duration overlap, Caller caller) {
    Instant now = clock.instant();
    Keys renewed =
        database.inOrganization(
            organization,
            handle -> {
              String name = WebhookLock.hold(organization, handle, webhook);
              // Whoever asks twice by mistake would otherwise end the URL that all senders have.
              if (urls.findOld(organization, handle, webhook, now).isPresent()) {
                throw new ProblemException(
                    ProblemType.NOT_POSSIBLE,
                    "The URL was renewed before and the old one still works; end it first.");
              }
              Instant until = now.plus(overlap);
              urls.replace(organization, handle, webhook, WebhookKeys.next(), now, until);
              auditTrail.record(
                  handle,
                  organization,
                  caller.actor(),
                  entry(AuditAction.WEBHOOK_URL_RENEWED, webhook, name)
                      .changing(
                          Map.of("url", "set"), Map.of("url", "changed", "oldUrlEndsAt", until)));
              return find(organization, handle, webhook);
            });
    catalog.changed("webhook_keys", organization);
    return renewed;
  }

  /** Ends the URL before the present one, if it still works. */
  Keys endOld(OrganizationId organization, WebhookId webhook, Caller caller) {
    Instant now = clock.instant();
    Keys left =
        database.inOrganization(
            organization,
            handle -> {
              String name = WebhookLock.hold(organization, handle, webhook);
              Optional<OldUrl> old = urls.findOld(organization, handle, webhook, now);
              if (old.isPresent() && urls.endOld(organization, handle, webhook, now)) {
                auditTrail.record(
                    handle,
                    organization,
                    caller.actor(),
                    entry(AuditAction.WEBHOOK_OLD_URL_ENDED, webhook, name)
                        .changing(
                            Map.of("oldUrlEndsAt", old.get().endsAt()),
                            Map.of("oldUrlEndsAt", now)));
              }
              return find(organization, handle, webhook);
            });
    catalog.changed("webhook_keys", organization);
    return left;
  }

  private Keys find(OrganizationId organization, Handle handle, WebhookId webhook) {
    String key =
        webhooks.find(organization, handle, webhook).orElseThrow(ProblemException::notFound).key();
    return new Keys(key, urls.findOld(organization, handle, webhook, clock.instant()).orElse(null));
  }

  private static AuditEntry entry(AuditAction action, WebhookId webhook, String name) {
    return AuditEntry.of(action).on(webhook, name);
  }
}
