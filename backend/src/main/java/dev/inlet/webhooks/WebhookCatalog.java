package dev.inlet.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PreparedAction;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.privacy.PrivateNames;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled webhooks by the URL that opens them, bounded in number. What is not there is remembered
 * for a moment too, so that a sender who keeps asking for it does not keep asking the database.
 */
@Singleton
public class WebhookCatalog implements ChangeListener {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookCatalog.class);
  private static final int COMPILED_MAX = 20_000;
  private static final Duration ABSENT_REMEMBERED = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofHours(6);

  private final OrganizationRepository organizations;
  private final WebhookRepository webhooks;
  private final WebhookCompiler compiler;
  private final PanelWatch watch;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<Address, Entry> entries =
      Caffeine.newBuilder()
          .maximumSize(COMPILED_MAX)
          .expireAfter(Expiry.writing((Address address, Entry entry) -> entry.life()))
          .build();

  WebhookCatalog(
      OrganizationRepository organizations,
      WebhookRepository webhooks,
      WebhookCompiler compiler,
      PanelWatch watch) {
    this.organizations = organizations;
    this.webhooks = webhooks;
    this.compiler = compiler;
    this.watch = watch;
  }

  private record Address(String slug, String key) {}

  /**
   * What stands at an address.
   *
   * @param organization null if the slug names none
   * @param webhook null if there is no active one
   */
  private record Entry(@Nullable OrganizationId organization, @Nullable CompiledWebhook webhook) {

    Duration life() {
      return webhook == null ? ABSENT_REMEMBERED : KEPT;
    }

    boolean isOf(OrganizationId changed) {
      return organization == null || organization.equals(changed);
    }
  }

  /** The active webhook at an open URL; empty if it is unknown, deleted or paused. */
  public Optional<CompiledWebhook> find(String slug, String key) {
    if (!Slug.isValid(slug) || !WebhookKeys.hasShape(key)) {
      return Optional.empty();
    }
    Address address = new Address(slug, key);
    Entry entry = entries.getIfPresent(address);
    return Optional.ofNullable((entry == null ? loadAndKeep(address) : entry).webhook());
  }

  /** One version of a webhook, active or not; compiled anew. */
  public Optional<CompiledWebhook> findVersion(
      OrganizationId organization, WebhookId id, int version) {
    return webhooks
        .findVersion(organization, id, version)
        .flatMap(webhook -> compile(organization, webhook));
  }

  /** The same of a webhook that was not deleted. */
  public Optional<CompiledWebhook> findVersionInUse(
      OrganizationId organization, WebhookId id, int version) {
    return webhooks
        .findVersionInUse(organization, id, version)
        .flatMap(webhook -> compile(organization, webhook));
  }

  /** The version of a webhook that counts now, paused or not; empty if it was deleted. */
  public Optional<CompiledWebhook> findCurrent(OrganizationId organization, WebhookId id) {
    return webhooks.find(organization, id).flatMap(webhook -> compile(organization, webhook));
  }

  @Override
  public void changed(String table, OrganizationId organization) {
    if (!table.equals("connections")) {
      changes.incrementAndGet();
      entries.asMap().values().removeIf(entry -> entry.isOf(organization));
    }
  }

  @Override
  public void everythingMayHaveChanged() {
    changes.incrementAndGet();
    entries.invalidateAll();
  }

  /** An entry read before a change and kept after it would be stale: it is dropped again. */
  private Entry loadAndKeep(Address address) {
    long before = changes.get();
    Entry entry = load(address);
    entries.put(address, entry);
    if (changes.get() != before) {
      entries.invalidate(address);
    }
    return entry;
  }

  private Entry load(Address address) {
    OrganizationId organization =
        organizations.findIdAcrossOrganizations(new Slug(address.slug())).orElse(null);
    if (organization == null) {
      return new Entry(null, null);
    }
    CompiledWebhook webhook =
        webhooks
            .findActiveByKey(organization, address.key())
            .flatMap(found -> compile(organization, found))
            .orElse(null);
    return new Entry(organization, webhook);
  }

  private Optional<CompiledWebhook> compile(OrganizationId organization, Webhook webhook) {
    WebhookContent content = webhook.content();
    WebhookCompiler.Compilation compiled =
        compiler.compileStored(organization, webhook.id(), content);
    if (compiled.schema() == null || compiled.mapping() == null || compiled.action() == null) {
      LOG.error("Webhook {} version {} does not compile any more", webhook.id(), webhook.version());
      return Optional.empty();
    }
    return Optional.of(
        new CompiledWebhook(
            organization,
            webhook.id(),
            webhook.version(),
            compiled.schema(),
            compiled.mapping(),
            watched(organization, webhook, compiled.action()),
            content.acknowledgement(),
            PrivateNames.of(content.privacy().neverStored()),
            PrivateNames.of(content.privacy().all()),
            content.idempotency(),
            content.queue(),
            content.deadline()));
  }

  private PreparedAction watched(
      OrganizationId organization, Webhook webhook, PreparedAction action) {
    PanelDescription panel = webhook.content().panel();
    String type = webhook.content().action().type();
    return panel == null
        ? action
        : new WatchedAction(
            action, () -> watch.refused(organization, webhook.id(), type, panel.name()));
  }
}
