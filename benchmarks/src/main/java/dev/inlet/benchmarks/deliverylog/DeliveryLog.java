package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** The whole benchmark: loads what is not loaded, measures, and tells. */
public final class DeliveryLog {

  static final String FULL = "inlet_full";
  static final String EMPTY = "inlet_empty";

  private DeliveryLog() {}

  /**
   * Loads a log for whoever needs one, anew each time: they will have written into it.
   *
   * @return the database's name
   */
  public static String fill(Postgres postgres, Path home, int rows)
      throws IOException, SQLException, InterruptedException {
    Path marker = home.resolve("loaded");
    Files.deleteIfExists(marker);
    Population _ = new Load(postgres, Size.of(Map.of("rows", rows))).ensure(marker);
    Files.delete(marker);
    return FULL;
  }

  /**
   * Runs it.
   *
   * @param directory where the database is kept; what an earlier run loaded is taken again, unless
   *     that dropped days of it
   * @param settings what differs from the default of {@link Size}
   * @return the report
   */
  public static String run(Path directory, Map<String, Integer> settings)
      throws IOException, SQLException, InterruptedException {
    Size size = Size.of(settings);
    Path home = directory.toAbsolutePath();
    try (Postgres postgres = Postgres.start(home)) {
      Report report = new Report();
      Population population = new Load(postgres, size).ensure(home.resolve("loaded"));
      report.contents(postgres, size);
      try (Node node = Node.start(postgres, FULL)) {
        if (size.samples() > 0) {
          Plans plans = new Plans(postgres);
          new FilterTimes(node, postgres, population, size).measure(report, plans);
          Files.writeString(home.resolve("plans.txt"), plans.text());
        }
        if (size.exports() > 0) {
          new ExportRate(node, population, size).measure(report);
        }
        if (size.rounds() > 0) {
          postgres.create(EMPTY);
          try (Node empty = Node.start(postgres, EMPTY)) {
            new InsertRate(size, population).measure(empty, node, report);
          }
        }
        if (size.drops() > 0) {
          // What is dropped is missing in the next run.
          Files.deleteIfExists(home.resolve("loaded"));
          new DayDrop(node, postgres, population, size.drops()).measure(report);
        }
      }
      Files.writeString(home.resolve("report.md"), report.text());
      return report.text();
    }
  }
}
