package dev.inlet.identity.credentials;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Slows down guessing: after some free attempts each further one has to wait twice as long as the
 * one before, up to a limit. Counted in the database, so that many nodes count as one, and before
 * the attempt is looked at, so that many at once count as many.
 */
@Singleton
public class Throttle {

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  private final Database database;
  private final Clock clock;

  Throttle(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is slowed down. */
  public enum Kind {
    /** Signing in to one account, from devices that never did. */
    SIGN_IN_TO_ACCOUNT(10, Duration.ofSeconds(1), Duration.ofMinutes(15)),
    /** Signing in from one address, from devices that never did; many people may share it. */
    SIGN_IN_FROM_ADDRESS(50, Duration.ofSeconds(1), Duration.ofMinutes(15)),
    /** Signing in to one account from whichever of the devices that did before. */
    SIGN_IN_FROM_DEVICE(10, Duration.ofSeconds(1), Duration.ofMinutes(15)),
    /** Codes of a second factor; whoever gets there knows the password. */
    SECOND_FACTOR(5, Duration.ofSeconds(2), Duration.ofMinutes(15)),
    /** The password again, by somebody signed in. */
    CONFIRM_PASSWORD(5, Duration.ofSeconds(2), Duration.ofMinutes(15)),
    SIGN_UP_FROM_ADDRESS(20, Duration.ofSeconds(10), Duration.ofHours(1)),
    FOUNDING_OF_USER(10, Duration.ofSeconds(10), Duration.ofHours(1)),
    PASSWORD_LINK_TO_ACCOUNT(3, Duration.ofMinutes(1), Duration.ofHours(1)),
    PASSWORD_LINK_FROM_ADDRESS(20, Duration.ofSeconds(10), Duration.ofHours(1)),
    EMAIL_CHANGE_OF_USER(5, Duration.ofMinutes(1), Duration.ofHours(1)),
    /** E-mails that others make Inlet send to one address. */
    MAIL_TO_ADDRESS(5, Duration.ofMinutes(5), Duration.ofHours(6)),
    /** E-mails that one organization makes Inlet send to whomever it likes. */
    INVITATION_OF_ORGANIZATION(50, Duration.ofSeconds(10), Duration.ofHours(1));

    private final int free;
    private final Duration first;
    private final Duration longest;

    Kind(int free, Duration first, Duration longest) {
      this.free = free;
      this.first = first;
      this.longest = longest;
    }
  }

  /**
   * One thing that is counted.
   *
   * @param value an address, an id: stored as a hash
   */
  public record Subject(Kind kind, String value) {

    /** An address; of IPv6 the network, of which one caller has all addresses. */
    public static Subject ofAddress(Kind kind, String address) {
      return new Subject(kind, address.contains(":") ? network(address) : address);
    }

    private static String network(String address) {
      try {
        byte[] network = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(network, 0, Math.min(8, network.length));
      } catch (IllegalArgumentException e) {
        return address;
      }
    }

    private String key() {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        return kind + ":" + HexFormat.of().formatHex(hash);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Counts an attempt against each subject in turn.
   *
   * @throws ProblemException with the time to wait, if it came too soon for one of them; it is
   *     counted neither against that one nor against those after it
   */
  public void admit(List<Subject> subjects) {
    Optional<Duration> wait =
        database.acrossOrganizations(
            handle -> {
              for (Subject subject : subjects) {
                if (!count(handle, subject)) {
                  return Optional.of(remaining(handle, subject));
                }
              }
              return Optional.empty();
            });
    if (wait.isPresent()) {
      throw ProblemException.retryLater(ProblemType.TOO_MANY_REQUESTS, wait.get());
    }
  }

  /** Forgets earlier attempts, because one was right. */
  public void forgive(List<Subject> subjects) {
    database.acrossOrganizations(
        handle -> {
          for (Subject subject : subjects) {
            handle
                .createUpdate("DELETE FROM throttles WHERE subject = :subject")
                .bind("subject", subject.key())
                .execute();
          }
          return true;
        });
  }

  /** How long an attempt would have to wait now. */
  Duration remaining(Subject subject) {
    return database.acrossOrganizations(handle -> remaining(handle, subject));
  }

  /**
   * Takes one attempt back, because it was right; whoever shares the subject may have failed
   * before.
   */
  public void takeBack(Subject subject) {
    database.acrossOrganizations(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE throttles SET attempts = greatest(0, attempts - 1), blocked_until = 'epoch'
                    WHERE subject = :subject
                    """)
                .bind("subject", subject.key())
                .execute());
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "10m")
  void forgetOld() {
    database.acrossOrganizations(
        handle ->
            handle
                .createUpdate("DELETE FROM throttles WHERE attempted_at < :before")
                .bind("before", clock.instant().minus(FORGOTTEN_AFTER))
                .execute());
  }

  /**
   * False, and not counted, while the subject is blocked. What is not blocked is blocked until long
   * ago: until now would be in the future of an attempt that took its time a moment before.
   */
  private boolean count(Handle handle, Subject subject) {
    Instant now = clock.instant();
    Kind kind = subject.kind();
    return handle
            .createUpdate(
                """
                INSERT INTO throttles AS t (subject, attempts, attempted_at, blocked_until)
                VALUES (:subject, 1, :now, 'epoch')
                ON CONFLICT (subject) DO UPDATE SET
                  attempts = CASE WHEN t.attempted_at < :forgotten THEN 1 ELSE t.attempts + 1 END,
                  attempted_at = :now,
                  blocked_until = CASE
                    WHEN t.attempted_at < :forgotten OR t.attempts + 1 < :free THEN 'epoch'
                    ELSE CAST(:now AS timestamptz) + make_interval(secs =>
                      least(:longest, :first * power(2, least(30, t.attempts + 1 - :free)))) END
                WHERE t.blocked_until <= :now
                """)
            .bind("subject", subject.key())
            .bind("now", now)
            .bind("forgotten", now.minus(FORGOTTEN_AFTER))
            .bind("free", kind.free)
            .bind("first", kind.first.toSeconds())
            .bind("longest", kind.longest.toSeconds())
            .execute()
        == 1;
  }

  private Duration remaining(Handle handle, Subject subject) {
    Instant until =
        handle
            .createQuery("SELECT blocked_until FROM throttles WHERE subject = :subject")
            .bind("subject", subject.key())
            .mapTo(OffsetDateTime.class)
            .findOne()
            .map(OffsetDateTime::toInstant)
            .orElseGet(clock::instant);
    Duration wait = Duration.between(clock.instant(), until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
