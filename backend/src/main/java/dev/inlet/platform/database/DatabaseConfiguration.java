package dev.inlet.platform.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where PostgreSQL is.
 *
 * @param url where PostgreSQL 18 is: a JDBC URL, such as {@code
 *     jdbc:postgresql://localhost:5432/inlet}
 * @param user the user that owns the database; needs CREATEROLE, and not more: Inlet makes roles
 *     that own nothing and works as them
 * @param password the password of the user that owns the database
 * @param connectionsMax connections of one node to PostgreSQL, for all but the journal
 * @param journalConnectionsMax connections of one node to PostgreSQL that the journal is read and
 *     cleared by; two more write deliveries down
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
