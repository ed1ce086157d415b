package dev.inlet.alerts;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * How many e-mails about alerts one address gets, by all organizations together: whoever founds one
 * may have given the address of somebody else. Counted without a lock, so a few more may get
 * through at the same instant; organizations whose people are the same must not wait for each
 * other.
 */
@Singleton
class MailAllowance {

  static final int MAILS_MAX = 20;
  static final Duration WITHIN = Duration.ofHours(1);

  private final Clock clock;

  MailAllowance(Clock clock) {
    this.clock = clock;
  }

  /** Counts an e-mail, along with the caller's transaction; false if there were too many. */
  boolean takes(Handle handle, String address) {
    Instant now = clock.instant();
    return handle
            .createUpdate(
                """
                INSERT INTO alert_mails (recipient, sent_at)
                SELECT :recipient, :now
                WHERE (SELECT count(*) FROM alert_mails WHERE recipient = :recipient AND sent_at > :since) < :max
                """)
            .bind("recipient", hash(address))
            .bind("now", now)
            .bind("since", now.minus(WITHIN))
            .bind("max", MAILS_MAX)
            .execute()
        == 1;
  }

  private static byte[] hash(String address) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
