package dev.inlet.connections;

import dev.inlet.imis.CredentialsHealth;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node knows of the credentials of one connection. What it finds out counts here at once
 * and is written down for the others; what they wrote counts if it is newer.
 */
final class CredentialsState implements CredentialsHealth {

  private static final Logger LOG = LoggerFactory.getLogger(CredentialsState.class);

  /** Older than anything that is stored. */
  private static final long UNWRITTEN = -1;

  private final OrganizationId organization;
  private final Connection connection;
  private final CredentialsIncidents incidents;
  private final Clock clock;
  private volatile StoredCredentials known;

  CredentialsState(
      OrganizationId organization,
      Connection connection,
      StoredCredentials stored,
      CredentialsIncidents incidents,
      Clock clock) {
    this.organization = organization;
    this.connection = connection;
    this.known = stored;
    this.incidents = incidents;
    this.clock = clock;
  }

  @Override
  public @Nullable Instant failingSince() {
    return known.failingSince();
  }

  /** Takes what is stored, unless something newer is known. */
  synchronized void learn(StoredCredentials stored) {
    if (stored.revision() > known.revision()) {
      known = stored;
    }
  }

  @Override
  public void accepted() {
    if (failingSince() != null) {
      write(null);
    }
  }

  @Override
  public void refused() {
    write(refuse());
  }

  private synchronized Instant refuse() {
    Instant since = Objects.requireNonNullElseGet(known.failingSince(), clock::instant);
    known = new StoredCredentials(known.revision(), since);
    return since;
  }

  /** Nothing is found if the connection was replaced: nobody uses this one any more then. */
  private void write(@Nullable Instant failingSince) {
    try {
      incidents.remember(organization, connection, failingSince).ifPresent(this::settle);
    } catch (RuntimeException e) {
      LOG.warn("The state of a connection could not be written down: {}", e.getMessage());
      settleUnwritten(failingSince);
    }
  }

  private synchronized void settle(StoredCredentials written) {
    if (written.revision() >= known.revision()) {
      known = written;
    }
  }

  /** Whatever is stored is newer, once it can be read. */
  private synchronized void settleUnwritten(@Nullable Instant failingSince) {
    known = new StoredCredentials(UNWRITTEN, failingSince);
  }
}
