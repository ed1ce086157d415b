package dev.inlet.platform.database;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * Transactions as the application's role. Each begins by saying for whom it works, and row-level
 * security shows it that organization's rows and no others.
 */
@Singleton
public class Database {

  private final Jdbi jdbi;

  Database(@Named("app") DataSource dataSource) {
    this.jdbi = jdbi(dataSource);
  }

  /**
   * Statements on a pool of a role of its own, for what spans organizations by design: the journal.
   * A statement that fails is logged without its values: they are people's data.
   */
  public static Jdbi jdbi(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(UUID.class, "uuid");
    jdbi.registerArrayType(OffsetDateTime.class, "timestamptz");
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
  }

  /** Runs the work in one transaction that sees this organization only. */
  public <T> T inOrganization(OrganizationId organization, Function<Handle, T> work) {
    return inContext("inlet.organization_id", organization.toString(), work);
  }

  /** As {@link #inOrganization}, for work without a result. */
  public void useOrganization(OrganizationId organization, Consumer<Handle> work) {
    inOrganization(
        organization,
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Runs the work in one transaction that sees what this user may see of the organizations they
   * belong to.
   */
  public <T> T asUser(UserId user, Function<Handle, T> work) {
    return inContext("inlet.user_id", user.toString(), work);
  }

  /**
   * Runs the work in one transaction that may delete this organization's rows, and see no others.
   */
  public <T> T asEraser(OrganizationId organization, Function<Handle, T> work) {
    return inOrganization(
        organization,
        handle -> {
          actAsEraser(handle);
          return work.apply(handle);
        });
  }

  /**
   * Lets a transaction for an organization delete its rows from now on, and nothing else any more.
   */
  public static void actAsEraser(Handle handle) {
    handle.execute("SET LOCAL ROLE inlet_eraser");
  }

  /**
   * Runs a part of a transaction as the role that sees what deliveries are found by, and nothing
   * else. Policies narrow nothing for it: whoever asks names the organization.
   */
  public static <T> T asSearcher(Handle handle, Supplier<T> work) {
    handle.execute("SET LOCAL ROLE inlet_search");
    T found = work.get();
    handle.execute("SET LOCAL ROLE inlet_app");
    return found;
  }

  /**
   * Runs the work in one transaction that sees how all organizations' deliveries ended and what is
   * to be told of it: no payload, no credential, no secret.
   */
  public <T> T forAlerts(Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL ROLE inlet_alerts");
          return work.apply(handle);
        });
  }

  /** Runs the work in one transaction that sees no tenant's row: for users, sessions and slugs. */
  public <T> T acrossOrganizations(Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  /**
   * Lets a transaction see from now on what this user may see; for when it is it that finds out
   * who.
   */
  public static void actFor(Handle handle, UserId user) {
    set(handle, "inlet.user_id", user.toString());
  }

  /**
   * Lets a transaction that founds an organization, or serves a user, see this organization too.
   */
  public static void actFor(Handle handle, OrganizationId organization) {
    set(handle, "inlet.organization_id", organization.toString());
  }

  private <T> T inContext(String setting, String value, Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          set(handle, setting, value);
          return work.apply(handle);
        });
  }

  private static void set(Handle handle, String setting, String value) {
    handle
        .createQuery("SELECT set_config(:setting, :value, true)")
        .bind("setting", setting)
        .bind("value", value)
        .mapTo(String.class)
        .one();
  }
}
