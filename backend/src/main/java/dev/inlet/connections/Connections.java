package dev.inlet.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.imis.ImisAccount;
import dev.inlet.imis.ImisClients;
import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The connections in use, each with its token and its limit on calls. A changed connection is
 * another one: it begins without a token.
 */
@Singleton
public class Connections implements ChangeListener {

  private final ConnectionRepository repository;
  private final ImisClients clients;
  private final CredentialsIncidents incidents;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<OrganizationId, Entry> entries =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(Duration.ofHours(1)).build();

  Connections(
      ConnectionRepository repository,
      ImisClients clients,
      CredentialsIncidents incidents,
      Clock clock,
      MeterRegistry registry) {
    this.repository = repository;
    this.clients = clients;
    this.incidents = incidents;
    this.clock = clock;
    Gauge.builder("inlet.connections.used", entries, Cache::estimatedSize)
        .description("Organizations whose connection the node knows")
        .register(registry);
    Gauge.builder("inlet.connections.failing", this, Connections::failing)
        .description("Connections known to the node whose credentials iMIS refuses")
        .register(registry);
    Gauge.builder("inlet.connections.silent", this, Connections::silent)
        .description("Connections of the node whose iMIS does not answer: nothing is sent for now")
        .register(registry);
  }

  /**
   * What is known of one organization's connection.
   *
   * @param used null if there is none
   * @param isChecked whether it is certain to be what the database holds
   */
  private record Entry(@Nullable Used used, boolean isChecked) {

    boolean isFailing() {
      return used != null && used.credentials().failingSince() != null;
    }

    boolean isSilent() {
      return used != null && used.live().client().isSilent();
    }

    Entry unchecked() {
      return new Entry(used, false);
    }
  }

  private record Used(Connection stored, CredentialsState credentials, LiveConnection live) {}

  /** The organization's connection; empty if it has none yet. */
  public Optional<LiveConnection> find(OrganizationId organization) {
    Entry entry = entries.getIfPresent(organization);
    if (entry == null || !entry.isChecked()) {
      entry = loadAndKeep(organization);
    }
    return Optional.ofNullable(entry.used()).map(Used::live);
  }

  /** How many are known on this node whose credentials iMIS refuses. */
  private double failing() {
    return entries.asMap().values().stream().filter(Entry::isFailing).count();
  }

  /** How many have an iMIS that is known not to answer. */
  private double silent() {
    return entries.asMap().values().stream().filter(Entry::isSilent).count();
  }

  @Override
  public void changed(String table, OrganizationId organization) {
    if (table.equals("connections")) {
      changes.incrementAndGet();
      entries.asMap().computeIfPresent(organization, (key, entry) -> entry.unchecked());
    } else if (table.equals("organization_slugs")) {
      // Its organization begins or ends: a password that nobody may use again is not kept.
      changes.incrementAndGet();
      entries.invalidate(organization);
    }
  }

  @Override
  public void everythingMayHaveChanged() {
    changes.incrementAndGet();
    entries.asMap().replaceAll((key, entry) -> entry.unchecked());
  }

  /** What was read before a change and kept after it is looked up again the next time. */
  private Entry loadAndKeep(OrganizationId organization) {
    long before = changes.get();
    Optional<ConnectionRepository.WithPassword> found = repository.findWithPassword(organization);
    return entries
        .asMap()
        .compute(
            organization,
            (key, known) -> {
              Entry entry = entry(organization, found, known);
              return changes.get() == before ? entry : entry.unchecked();
            });
  }

  /**
   * Of those who look up at once all get one; a connection that did not change keeps its token and
   * its calls, and hears how iMIS takes its credentials elsewhere.
   */
  private Entry entry(
      OrganizationId organization,
      Optional<ConnectionRepository.WithPassword> found,
      @Nullable Entry known) {
    if (found.isEmpty()) {
      return new Entry(null, true);
    }
    Used used = known == null ? null : known.used();
    if (used == null || !used.stored().equals(found.get().connection())) {
      return new Entry(connect(organization, found.get()), true);
    }
    used.credentials().learn(found.get().credentials());
    return new Entry(used, true);
  }

  private Used connect(OrganizationId organization, ConnectionRepository.WithPassword found) {
    Connection connection = found.connection();
    ImisAccount account =
        new ImisAccount(
            connection.baseUrl(),
            connection.username(),
            found.password(),
            connection.concurrentCallsMax());
    CredentialsState state =
        new CredentialsState(organization, connection, found.credentials(), incidents, clock);
    LiveConnection live =
        new LiveConnection(
            clients.connect(account, state), connection.edition(), connection.timeZone());
    return new Used(connection, state, live);
  }
}
