package dev.inlet.identity;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code users}, who belong to the installation. */
@Singleton
class UserRepository {

  private static final String SELECT =
      "SELECT user_id, email, name, password_hash, is_disabled FROM users ";

  private final Database database;

  UserRepository(Database database) {
    this.database = database;
  }

  static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  Optional<User> findByEmail(String email) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(SELECT + "WHERE email = :email")
                .bind("email", normalized(email))
                .map((row, context) -> user(row))
                .findOne());
  }

  Optional<User> find(UserId id) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(SELECT + "WHERE user_id = :id")
                .bind("id", id.value())
                .map((row, context) -> user(row))
                .findOne());
  }

  /** Inserts a user; false if the e-mail address is taken. */
  boolean insert(Handle handle, User user) {
    return handle
            .createUpdate(
                """
                INSERT INTO users (user_id, email, name, password_hash) VALUES (:id, :email, :name, :hash)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", user.id().value())
            .bind("email", user.email())
            .bind("name", user.name())
            .bind("hash", user.passwordHash())
            .execute()
        == 1;
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("email"),
        row.getString("name"),
        row.getString("password_hash"),
        row.getBoolean("is_disabled"));
  }
}
