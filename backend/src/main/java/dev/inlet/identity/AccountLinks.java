package dev.inlet.identity;

import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.UserId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Links that stand for a right of one user; each is good once, and the newest of its kind only. */
@Singleton
class AccountLinks {

  private static final String IS_GOOD =
      "link_id = :link AND purpose = :purpose AND secret_hash = :hash AND used_at IS NULL AND expires_at > :now";

  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;

  AccountLinks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "6h", initialDelay = "25m")
  void forgetOld() {
    database.acrossOrganizations(
        handle ->
            handle
                .createUpdate("DELETE FROM account_links WHERE expires_at < :before")
                .bind("before", clock.instant().minus(REMEMBERED))
                .execute());
  }

  /** What a link is for. */
  enum Purpose {
    SET_PASSWORD,
    CHANGE_EMAIL
  }

  /**
   * What a link stands for.
   *
   * @param email the address it proves; null if it is not about one
   */
  record Link(UserId user, @Nullable String email) {}

  /** Makes a link; earlier ones of the user for the same purpose are worth nothing from now on. */
  SecretToken create(Handle handle, Purpose purpose, Link link, Duration life) {
    voidAll(handle, purpose, link.user());
    SecretToken token = SecretToken.next(Ids.next());
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            INSERT INTO account_links (link_id, user_id, purpose, secret_hash, email, created_at, expires_at)
            VALUES (:link, :user, :purpose, :hash, :email, :now, :expiresAt)
            """)
        .bind("link", token.ids().getFirst())
        .bind("user", link.user().value())
        .bind("purpose", purpose)
        .bind("hash", token.hash())
        .bind("email", link.email())
        .bind("now", now)
        .bind("expiresAt", now.plus(life))
        .execute();
    return token;
  }

  /** What a link stands for, which is still good afterwards. */
  Optional<Link> find(Handle handle, Purpose purpose, String text) {
    return SecretToken.parse(text, 1)
        .flatMap(
            token ->
                bound(
                        handle.createQuery(
                            "SELECT user_id, email FROM account_links WHERE " + IS_GOOD),
                        purpose,
                        token)
                    .map((row, context) -> link(row))
                    .findOne());
  }

  /** Uses a link up; empty if it is none, expired, or was used before. */
  Optional<Link> redeem(Handle handle, Purpose purpose, String text) {
    return SecretToken.parse(text, 1).flatMap(token -> redeem(handle, purpose, token));
  }

  private Optional<Link> redeem(Handle handle, Purpose purpose, SecretToken token) {
    return bound(
            handle.createQuery(
                "UPDATE account_links SET used_at = :now WHERE "
                    + IS_GOOD
                    + " RETURNING user_id, email"),
            purpose,
            token)
        .map((row, context) -> link(row))
        .findOne();
  }

  private Query bound(Query query, Purpose purpose, SecretToken token) {
    return query
        .bind("link", token.ids().getFirst())
        .bind("purpose", purpose)
        .bind("hash", token.hash())
        .bind("now", clock.instant());
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(new UserId(row.getObject("user_id", UUID.class)), row.getString("email"));
  }

  /** Voids every link of a user: whoever asked for one may not be who they were. */
  void voidAll(Handle handle, UserId user) {
    for (Purpose purpose : Purpose.values()) {
      voidAll(handle, purpose, user);
    }
  }

  private void voidAll(Handle handle, Purpose purpose, UserId user) {
    handle
        .createUpdate(
            "UPDATE account_links SET used_at = :now WHERE user_id = :user AND purpose = :purpose AND used_at IS NULL")
        .bind("user", user.value())
        .bind("purpose", purpose)
        .bind("now", clock.instant())
        .execute();
  }
}
