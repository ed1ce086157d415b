package dev.inlet.connections;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends what people call "the password does not work any more": each is written down
 * once, whichever nodes notice, along with what whoever listens makes of it.
 */
@Singleton
class CredentialsIncidents {

  private final ConnectionRepository repository;
  private final List<CredentialsListener> listeners;
  private final Database database;

  CredentialsIncidents(
      ConnectionRepository repository, List<CredentialsListener> listeners, Database database) {
    this.repository = repository;
    this.listeners = listeners;
    this.database = database;
  }

  /**
   * Writes down how iMIS took the credentials of a connection, if that is news and they are still
   * the stored ones.
   *
   * @param failingSince null if iMIS accepted them
   * @return what is stored now; empty if the connection was changed meanwhile
   */
  Optional<StoredCredentials> remember(
      OrganizationId organization, Connection connection, @Nullable Instant failingSince) {
    return database.inOrganization(
        organization,
        handle -> {
          boolean isNews =
              repository.setFailingSince(organization, handle, connection, failingSince);
          if (isNews) {
            listeners.forEach(listener -> tell(listener, organization, handle, failingSince));
          }
          return repository.findCredentials(organization, handle, connection);
        });
  }

  private static void tell(
      CredentialsListener listener,
      OrganizationId organization,
      Handle handle,
      @Nullable Instant failingSince) {
    if (failingSince == null) {
      listener.accepted(organization, handle);
    } else {
      listener.refused(organization, handle, failingSince);
    }
  }
}
