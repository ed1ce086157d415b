package dev.inlet.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.imis.ImisAccount;
import dev.inlet.imis.ImisClients;
import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connections in use, each with its token and its limit on calls. A changed connection is
 * another one: it begins without a token.
 */
@Singleton
public class Connections implements ChangeListener {

  private final ConnectionRepository repository;
  private final ImisClients clients;
  private final Cache<OrganizationId, Entry> entries =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(Duration.ofHours(1)).build();

  Connections(ConnectionRepository repository, ImisClients clients) {
    this.repository = repository;
    this.clients = clients;
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
      entry = entries.asMap().compute(organization, (key, known) -> load(key, known));
    }
    return Optional.ofNullable(entry.live());
  }

  @Override
  public void changed(String table, OrganizationId organization) {
    if (table.equals("connections")) {
      entries.asMap().computeIfPresent(organization, (key, entry) -> entry.unchecked());
    }
  }

  @Override
  public void everythingMayHaveChanged() {
    entries.asMap().replaceAll((key, entry) -> entry.unchecked());
  }

  /** Looked up anew, a connection that did not change keeps its token and its calls under way. */
  private Entry load(OrganizationId organization, @Nullable Entry known) {
    if (known != null && known.isChecked()) {
      return known;
    }
    Optional<ConnectionRepository.WithPassword> found = repository.findWithPassword(organization);
    if (found.isEmpty()) {
      return new Entry(null, null, true);
    }
    Connection stored = found.get().connection();
    if (known != null && stored.equals(known.stored())) {
      return new Entry(stored, known.live(), true);
    }
    return new Entry(stored, connect(found.get()), true);
  }

  private LiveConnection connect(ConnectionRepository.WithPassword found) {
    Connection connection = found.connection();
    ImisAccount account =
        new ImisAccount(
            connection.baseUrl(),
            connection.username(),
            found.password(),
            connection.concurrentCallsMax());
    return new LiveConnection(clients.connect(account), connection.timeZone());
  }
}
