package dev.inlet.platform.database;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions of the support console: they see all organizations, read only, and only what the
 * role is granted: no payload, no key of an open URL, no credential.
 */
@Singleton
public class SupportDatabase {

  private final Jdbi jdbi;

  SupportDatabase(@Named("support") DataSource dataSource) {
    this.jdbi = Database.jdbi(dataSource);
  }

  public <T> T read(Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }
}
