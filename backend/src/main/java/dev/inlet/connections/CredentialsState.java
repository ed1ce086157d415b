package dev.inlet.connections;

import dev.inlet.imis.CredentialsListener;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, for people to see, whether iMIS still takes the credentials of one connection. */
final class CredentialsState implements CredentialsListener {

  private static final Logger LOG = LoggerFactory.getLogger(CredentialsState.class);

  private final OrganizationId organization;
  private final Connection connection;
  private final ConnectionRepository repository;
  private final Clock clock;

  /** What is known to be written down; null if that is not known. */
  private volatile @Nullable Boolean isFailing;

  CredentialsState(
      OrganizationId organization,
      Connection connection,
      ConnectionRepository repository,
      Clock clock) {
    this.organization = organization;
    this.connection = connection;
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public void accepted() {
    remember(false);
  }

  @Override
  public void refused() {
    remember(true);
  }

  /** Another node may have written otherwise, so a refusal is told each time; they are few. */
  private void remember(boolean failing) {
    if (!failing && Boolean.FALSE.equals(isFailing)) {
      return;
    }
    try {
      repository.rememberCredentials(organization, connection, failing ? clock.instant() : null);
      isFailing = failing;
    } catch (RuntimeException e) {
      LOG.warn("The state of a connection could not be written down: {}", e.getMessage());
    }
  }
}
