package dev.inlet.platform.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where PostgreSQL is.
 *
 * @param url a JDBC URL
 * @param user owns the tables; everything but migrations runs as a role that cannot bypass
 *     row-level security
 * @param password the user's password
 * @param connectionsMax connections of one node for the management API
 * @param journalConnectionsMax connections of one node that write the journal
 */
@ConfigurationProperties("inlet.database")
public record DatabaseConfiguration(
    String url,
    String user,
    String password,
    @Bindable(defaultValue = "8") int connectionsMax,
    @Bindable(defaultValue = "3") int journalConnectionsMax) {

  @Override
  public String toString() {
    return "DatabaseConfiguration[url=%s, user=%s]".formatted(url, user);
  }
}
