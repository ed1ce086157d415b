package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What was measured, as Markdown; said aloud as it comes. */
final class Report {

  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString();
  }

  void line(String line) {
    System.out.println(line);
    text.append(line).append('\n');
  }

  void section(String title, String header) {
    line("\n## " + title + "\n");
    line(header.stripTrailing());
  }

  /** What was there to be looked through. */
  void contents(Postgres postgres, Size size) throws SQLException {
    line("# The delivery log: measured on " + LocalDate.now(ZoneOffset.UTC));
    line("");
    line(
        "%s; %d processors; PostgreSQL %s with %s."
            .formatted(
                size.content(),
                Runtime.getRuntime().availableProcessors(),
                postgres.one(DeliveryLog.FULL, "SHOW server_version"),
                Postgres.SETTINGS));
    line("");
    line("| Table | rows | table | indexes |\n|---|--:|--:|--:|");
    for (String table : new String[] {"deliveries", "attempts", "delivery_terms"}) {
      line(size(postgres, table));
    }
    line(counts(postgres));
  }

  private static String size(Postgres postgres, String table) throws SQLException {
    return postgres.one(
        DeliveryLog.FULL,
        """
        SELECT format('| %s | %%s | %%s | %%s |', sum(c.reltuples) FILTER (WHERE c.reltuples > 0)::bigint,
                      pg_size_pretty(sum(pg_table_size(c.oid))), pg_size_pretty(sum(pg_indexes_size(c.oid))))
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = '%s'::regclass
        """
            .formatted(table, table));
  }

  private static String counts(Postgres postgres) throws SQLException {
    return postgres.one(
        DeliveryLog.FULL,
        """
        SELECT format('| delivery_counts | %s | %s | %s |', count(*), pg_size_pretty(pg_table_size('delivery_counts')),
                      pg_size_pretty(pg_indexes_size('delivery_counts'))) FROM delivery_counts
        """);
  }

  /** One line of a list's times; over its limit is said in bold. */
  void filter(String name, long rows, Times times, String count, Duration limit) {
    String p95 = Times.ms(times.percentile(95));
    boolean isOver = times.percentile(95).compareTo(limit) > 0;
    line(
        "| %s | %d | %s | %s | %s | %s |"
            .formatted(
                name,
                rows,
                Times.ms(times.percentile(50)),
                isOver ? "**" + p95 + "**" : p95,
                Times.ms(times.max()),
                count));
  }
}
