package dev.inlet.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PreparedAction;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.database.DatabaseConfiguration;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.privacy.PrivateNames;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
  private static final Duration REMEMBERED_BRIEFLY = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofHours(6);

  /** Whoever would wait behind so many others is told at once instead. */
  private static final int WAITING_MAX = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OrganizationRepository organizations;
  private final WebhookRepository webhooks;
  private final WebhookCompiler compiler;
  private final PanelWatch watch;
  private final UrlRepository urls;
  private final Verifiers verifiers;
  private final Clock clock;
  private final LoadsUnderWay underWay = new LoadsUnderWay();

  /** Strangers who ask for ever other URLs take no more than half of the connections. */
  private final Semaphore loads;

  private final Cache<Address, Entry> entries =
      Caffeine.newBuilder()
          .maximumSize(COMPILED_MAX)
          .expireAfter(Expiry.writing((Address address, Entry entry) -> entry.life()))
          .build();

  WebhookCatalog(
      OrganizationRepository organizations,
      WebhookRepository webhooks,
      WebhookCompiler compiler,
      PanelWatch watch,
      UrlRepository urls,
      Verifiers verifiers,
      Clock clock,
      DatabaseConfiguration database) {
    this.loads = new Semaphore(Math.max(1, database.connectionsMax() / 2), true);
    this.organizations = organizations;
    this.webhooks = webhooks;
    this.compiler = compiler;
    this.watch = watch;
    this.urls = urls;
    this.verifiers = verifiers;
    this.clock = clock;
  }

  private record Address(String slug, String key) {}

  /**
   * What stands at an address.
   *
   * @param organization null if the slug names none
   * @param open null if there is no active webhook
   * @param end from when on the address opens nothing; null if it counts on
   */
  private record Entry(
      @Nullable OrganizationId organization, @Nullable OpenWebhook open, @Nullable Instant end) {

    /** What cannot be verified is tried again soon: it may be Inlet's own trouble. */
    Duration life() {
      return open == null || open.verifier().isBroken() ? REMEMBERED_BRIEFLY : KEPT;
    }

    /** By the clock of each delivery: nobody has to be told of the end. */
    @Nullable OpenWebhook openAt(Instant now) {
      return end == null || now.isBefore(end) ? open : null;
    }

    boolean isOf(OrganizationId changed) {
      return organization == null || organization.equals(changed);
    }
  }

  /**
   * The active webhook at an open URL; empty if it is unknown, deleted or paused, and if the URL
   * was replaced and its time is over.
   *
   * @throws ProblemException UNAVAILABLE if it is not at hand, and too many others are looked up
   */
  public Optional<OpenWebhook> find(String slug, String key) {
    if (!Slug.isValid(slug) || !WebhookKeys.hasShape(key)) {
      return Optional.empty();
    }
    Address address = new Address(slug, key);
    Entry entry = entries.getIfPresent(address);
    return Optional.ofNullable(
        (entry == null ? loadInTurn(address) : entry).openAt(clock.instant()));
  }

  private Entry loadInTurn(Address address) {
    if (loads.getQueueLength() >= WAITING_MAX) {
      throw ProblemException.unavailable(PATIENCE);
    }
    try {
      if (!loads.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ProblemException.unavailable(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable(PATIENCE);
    }
    try {
      Entry entry = entries.getIfPresent(address); // perhaps somebody else looked it up meanwhile
      return entry == null ? loadAndKeep(address) : entry;
    } finally {
      loads.release();
    }
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

  /** Whether a webhook is there, paused or not, whatever can be made of its versions. */
  public boolean isThere(OrganizationId organization, WebhookId id) {
    return webhooks.find(organization, id).isPresent();
  }

  /** The version of a webhook that counts now, paused or not; empty if it was deleted. */
  public Optional<CompiledWebhook> findCurrent(OrganizationId organization, WebhookId id) {
    return webhooks.find(organization, id).flatMap(webhook -> compile(organization, webhook));
  }

  @Override
  public void changed(String table, OrganizationId organization) {
    if (!table.equals("connections")) {
      underWay.changed(organization);
      entries.asMap().values().removeIf(entry -> entry.isOf(organization));
    }
  }

  @Override
  public void everythingMayHaveChanged() {
    underWay.everythingMayHaveChanged();
    entries.invalidateAll();
  }

  /** An entry read before a change and kept after it would be stale: it is dropped again. */
  private Entry loadAndKeep(Address address) {
    try (LoadsUnderWay.Load load = underWay.begin()) {
      Entry entry = load(address);
      entries.put(address, entry);
      if (load.mayHaveMissed(entry::isOf)) {
        entries.invalidate(address);
      }
      return entry;
    }
  }

  private Entry load(Address address) {
    OrganizationId organization =
        organizations.findIdAcrossOrganizations(new Slug(address.slug())).orElse(null);
    if (organization == null) {
      return new Entry(null, null, null);
    }
    Instant end = urls.findEnd(organization, address.key()).orElse(null);
    OpenWebhook open =
        webhooks
            .findActiveByKey(organization, address.key())
            .flatMap(found -> compile(organization, found))
            .map(webhook -> open(webhook, end == null ? null : address.key()))
            .orElse(null);
    return new Entry(organization, open, end);
  }

  private OpenWebhook open(CompiledWebhook webhook, @Nullable String oldKey) {
    return new OpenWebhook(webhook, verifiers.of(webhook.organization(), webhook.id()), oldKey);
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
