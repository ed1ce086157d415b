package dev.inlet.identity;

import dev.inlet.identity.credentials.RecoveryCodes;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of {@code recovery_codes}; only what recognises a code is stored. */
@Singleton
class RecoveryCodeRepository {

  /** Replaces all codes of a user. */
  List<String> renew(Handle handle, UserId user) {
    deleteAll(handle, user);
    List<String> codes = RecoveryCodes.next();
    for (String code : codes) {
      handle
          .createUpdate("INSERT INTO recovery_codes (user_id, code_hash) VALUES (:user, :hash)")
          .bind("user", user.value())
          .bind("hash", RecoveryCodes.hash(code))
          .execute();
    }
    return codes;
  }

  void deleteAll(Handle handle, UserId user) {
    handle
        .createUpdate("DELETE FROM recovery_codes WHERE user_id = :user")
        .bind("user", user.value())
        .execute();
  }

  /** Uses a code up; false if it is none of the user's, or was used before. */
  boolean take(Handle handle, UserId user, String code, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE recovery_codes SET used_at = :at
                WHERE user_id = :user AND code_hash = :hash AND used_at IS NULL
                """)
            .bind("user", user.value())
            .bind("hash", RecoveryCodes.hash(code))
            .bind("at", at)
            .execute()
        == 1;
  }

  /** How many codes are left. */
  int left(Handle handle, UserId user) {
    return handle
        .createQuery(
            "SELECT count(*) FROM recovery_codes WHERE user_id = :user AND used_at IS NULL")
        .bind("user", user.value())
        .mapTo(Integer.class)
        .one();
  }
}
