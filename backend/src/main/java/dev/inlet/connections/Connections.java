package dev.inlet.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.imis.ImisAccount;
import dev.inlet.imis.ImisClients;
import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.tenancy.OrganizationId;
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
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<OrganizationId, Entry> entries =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(Duration.ofHours(1)).build();

  Connections(ConnectionRepository repository, ImisClients clients, Clock clock) {
    this.repository = repository;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * What is known of one organization's connection.
   *
   * @param stored null if there is none
   * @param live null if there is none
   * @param isChecked whether it is certain to be what the database holds
   */
  private record Entry(
      @Nullable Connection stored, @Nullable LiveConnection live, boolean isChecked) {

    Entry unchecked() {
      return new Entry(stored, live, false);
    }
  }

  /** The organization's connection; empty if it has none yet. */
  public Optional<LiveConnection> find(OrganizationId organization) {
    Entry entry = entries.getIfPresent(organization);
    if (entry == null || !entry.isChecked()) {
      entry = loadAndKeep(organization);
    }
    return Optional.ofNullable(entry.live());
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
   * its calls.
   */
  private Entry entry(
      OrganizationId organization,
      Optional<ConnectionRepository.WithPassword> found,
      @Nullable Entry known) {
    if (found.isEmpty()) {
      return new Entry(null, null, true);
    }
    Connection stored = found.get().connection();
    return known != null && stored.equals(known.stored())
        ? new Entry(stored, known.live(), true)
        : new Entry(stored, connect(organization, found.get()), true);
  }

  private LiveConnection connect(
      OrganizationId organization, ConnectionRepository.WithPassword found) {
    Connection connection = found.connection();
    ImisAccount account =
        new ImisAccount(
            connection.baseUrl(),
            connection.username(),
            found.password(),
            connection.concurrentCallsMax());
    CredentialsState state = new CredentialsState(organization, connection, repository, clock);
    return new LiveConnection(
        clients.connect(account, state), connection.edition(), connection.timeZone());
  }
}
