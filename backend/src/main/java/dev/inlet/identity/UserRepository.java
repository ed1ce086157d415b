package dev.inlet.identity;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code users}, who belong to the installation. */
@Singleton
class UserRepository {

  private static final String SELECT =
      """
      SELECT user_id, email, name, password_hash, is_support, is_disabled, totp_secret_ciphertext,
             totp_enabled_at IS NOT NULL AS is_totp_enabled, coalesce(totp_last_step, 0) AS totp_last_step
      FROM users
      """;

  private final Database database;

  UserRepository(Database database) {
    this.database = database;
  }

  static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  Optional<User> findByEmail(String email) {
    return database.acrossOrganizations(handle -> findByEmail(handle, email));
  }

  Optional<User> findByEmail(Handle handle, String email) {
    return handle
        .createQuery(SELECT + "WHERE email = :email")
        .bind("email", normalized(email))
        .map((row, context) -> user(row))
        .findOne();
  }

  Optional<User> find(UserId id) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(SELECT + "WHERE user_id = :user")
                .bind("user", id.value())
                .map((row, context) -> user(row))
                .findOne());
  }

  /** The user, locked until the transaction ends. */
  Optional<User> findForUpdate(Handle handle, UserId id) {
    return handle
        .createQuery(SELECT + "WHERE user_id = :user FOR UPDATE")
        .bind("user", id.value())
        .map((row, context) -> user(row))
        .findOne();
  }

  /** Inserts a user; false if the e-mail address is taken. */
  boolean insert(Handle handle, User user) {
    return handle
            .createUpdate(
                """
                INSERT INTO users (user_id, email, name, password_hash, is_support)
                VALUES (:user, :email, :name, :hash, :isSupport)
                ON CONFLICT DO NOTHING
                """)
            .bind("user", user.id().value())
            .bind("email", user.email())
            .bind("name", user.name())
            .bind("hash", user.passwordHash())
            .bind("isSupport", user.isSupport())
            .execute()
        == 1;
  }

  void rename(Handle handle, UserId id, String name) {
    update(handle, id, "name = :name").bind("name", name).execute();
  }

  void setPassword(Handle handle, UserId id, String hash) {
    update(handle, id, "password_hash = :hash").bind("hash", hash).execute();
  }

  void setDisabled(Handle handle, UserId id, boolean isDisabled) {
    update(handle, id, "is_disabled = :isDisabled").bind("isDisabled", isDisabled).execute();
  }

  /** Changes the e-mail address; false if another user has it. */
  boolean setEmail(Handle handle, UserId id, String email) {
    return update(
                handle,
                id,
                "email = :email",
                "AND NOT EXISTS (SELECT FROM users WHERE email = :email AND user_id <> :user)")
            .bind("email", email)
            .execute()
        == 1;
  }

  /** Keeps the secret of a second factor that is being set up. */
  void beginTotp(Handle handle, UserId id, byte[] secretCiphertext) {
    update(
            handle,
            id,
            "totp_secret_ciphertext = :secret, totp_enabled_at = NULL, totp_last_step = NULL")
        .bind("secret", secretCiphertext)
        .execute();
  }

  void enableTotp(Handle handle, UserId id, Instant at) {
    update(handle, id, "totp_enabled_at = :at").bind("at", at).execute();
  }

  void reencryptTotp(Handle handle, UserId id, byte[] secretCiphertext) {
    update(handle, id, "totp_secret_ciphertext = :secret")
        .bind("secret", secretCiphertext)
        .execute();
  }

  /** Who has the secret of a second factor, set up or being set up. */
  List<UserId> findIdsWithTotp() {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(
                    "SELECT user_id FROM users WHERE totp_secret_ciphertext IS NOT NULL ORDER BY user_id")
                .mapTo(UUID.class)
                .map(UserId::new)
                .list());
  }

  void disableTotp(Handle handle, UserId id) {
    update(
            handle,
            id,
            "totp_secret_ciphertext = NULL, totp_enabled_at = NULL, totp_last_step = NULL")
        .execute();
  }

  /** Takes a code's time step; false if it, or a later one, was taken before. */
  boolean takeStep(Handle handle, UserId id, long step) {
    return update(handle, id, "totp_last_step = :step", "AND coalesce(totp_last_step, 0) < :step")
            .bind("step", step)
            .execute()
        == 1;
  }

  private static Update update(Handle handle, UserId id, String assignments) {
    return update(handle, id, assignments, "");
  }

  private static Update update(Handle handle, UserId id, String assignments, String condition) {
    return handle
        .createUpdate(
            "UPDATE users SET %s WHERE user_id = :user %s".formatted(assignments, condition))
        .bind("user", id.value());
  }

  private static User user(ResultSet row) throws SQLException {
    byte[] secret = row.getBytes("totp_secret_ciphertext");
    User.TotpState totp =
        secret == null
            ? null
            : new User.TotpState(
                secret, row.getBoolean("is_totp_enabled"), row.getLong("totp_last_step"));
    return new User(
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("email"),
        row.getString("name"),
        row.getString("password_hash"),
        row.getBoolean("is_support"),
        row.getBoolean("is_disabled"),
        totp);
  }
}
