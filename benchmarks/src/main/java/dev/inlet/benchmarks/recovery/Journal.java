package dev.inlet.benchmarks.recovery;

import dev.inlet.benchmarks.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The log of deliveries as an operator of the database sees it. */
final class Journal {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Postgres postgres;
  private final String database;

  Journal(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  /** How many deliveries fulfil a condition. */
  long count(String condition) throws SQLException {
    return Long.parseLong(
        postgres.one(database, "SELECT count(*) FROM deliveries WHERE " + condition));
  }

  /** Waits until so many are under way and so many wait, and tells the time of that. */
  String await(int received, int queued) throws SQLException, InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    String time = timeOf(received, queued);
    while (time.isEmpty()) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException(
            "There are not %d under way and %d that wait".formatted(received, queued));
      }
      Thread.sleep(20);
      time = timeOf(received, queued);
    }
    return time;
  }

  /** Now, if so many are under way and so many wait; else empty. */
  private String timeOf(int received, int queued) throws SQLException {
    return postgres.one(
        database,
        """
        SELECT clock_timestamp() FROM (
          SELECT count(*) FILTER (WHERE outcome = 'RECEIVED') AS received,
            count(*) FILTER (WHERE outcome = 'QUEUED') AS queued FROM deliveries) d
        WHERE received = %d AND queued = %d
        """
            .formatted(received, queued));
  }

  /**
   * Keeps one that waits from being done by itself, as docs/backup-and-restore.md says for all of
   * them.
   */
  void holdBack(String delivery) throws SQLException {
    postgres.run(
        database,
        """
        UPDATE deliveries SET outcome = 'RECEIVED', deadline_at = now() WHERE outcome = 'QUEUED'
        AND delivery_id = '%s'
        """
            .formatted(delivery));
  }
}
