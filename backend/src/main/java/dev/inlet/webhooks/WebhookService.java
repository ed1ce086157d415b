package dev.inlet.webhooks;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes webhooks; nothing is saved that would not compile. */
@Singleton
class WebhookService {

  private final WebhookRepository webhooks;
  private final WebhookCompiler compiler;
  private final WebhookCatalog catalog;
  private final Clock clock;

  WebhookService(
      WebhookRepository webhooks, WebhookCompiler compiler, WebhookCatalog catalog, Clock clock) {
    this.webhooks = webhooks;
    this.compiler = compiler;
    this.catalog = catalog;
    this.clock = clock;
  }

  Webhook create(OrganizationId organization, Wanted wanted, UserId author) {
    requireSound(organization, wanted.content());
    Instant now = clock.instant();
    Webhook webhook =
        new Webhook(
            new WebhookId(Ids.next()),
            wanted.name(),
            wanted.isPaused(),
            WebhookKeys.next(),
            1,
            wanted.content(),
            now,
            now);
    webhooks.insert(organization, webhook, author);
    catalog.changed("webhooks", organization);
    return webhook;
  }

  /**
   * Changes a webhook; a changed content becomes its next version.
   *
   * @param expectedVersion the version that the author had before them; null for whichever there is
   */
  Webhook update(
      OrganizationId organization,
      WebhookId id,
      Wanted wanted,
      @Nullable Integer expectedVersion,
      UserId author) {
    requireSound(organization, wanted.content());
    Webhook known = webhooks.find(organization, id).orElseThrow(ProblemException::notFound);
    int expected = expectedVersion == null ? known.version() : expectedVersion;
    int version =
        wanted.content().isSameAs(known.content()) ? known.version() : known.version() + 1;
    Webhook changed =
        new Webhook(
            id,
            wanted.name(),
            wanted.isPaused(),
            known.key(),
            version,
            wanted.content(),
            known.createdAt(),
            clock.instant());
    boolean isUnchallenged =
        expected == known.version() && webhooks.update(organization, changed, expected, author);
    if (!isUnchallenged) {
      throw new ProblemException(
          ProblemType.CONFLICT, "Somebody saved this webhook in the meantime; load it again.");
    }
    catalog.changed("webhooks", organization);
    return changed;
  }

  void delete(OrganizationId organization, WebhookId id) {
    if (!webhooks.delete(organization, id, clock.instant())) {
      throw ProblemException.notFound();
    }
    catalog.changed("webhooks", organization);
  }

  /** What an author wants a webhook to be. */
  record Wanted(String name, boolean isPaused, WebhookContent content) {}

  private void requireSound(OrganizationId organization, WebhookContent content) {
    WebhookCompiler.Compilation compiled =
        compiler.compile(organization, content.schema(), content.action());
    if (!compiled.isSound()) {
      throw new ProblemException(ProblemType.INVALID_DEFINITION, null, compiled.errors());
    }
  }
}
