package dev.inlet.benchmarks.faults;

import dev.imissimulator.Simulator;
import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What there is to be broken.
 *
 * @param home where all that is written is kept
 * @param older what nodes are before they are upgraded
 */
record Scene(
    Path home,
    Postgres postgres,
    Simulator imis,
    Link toDatabase,
    Link toImis,
    List<NodeProcess> nodes,
    Build older)
    implements AutoCloseable {

  /** Sets it up; nodes are of the older build, and make the database's schema as it was then. */
  static Scene set(Path home, Build older) throws IOException, SQLException, InterruptedException {
    Postgres postgres = Postgres.start(home);
    postgres.create(Faults.DATABASE);
    Simulator imis = Simulator.start();
    Link toDatabase = Link.to(postgres.port());
    Link toImis = Link.to(imis.baseUrl().getPort());
    NodeProcess one = node(toDatabase, home.resolve("node-1.log"), older);
    NodeProcess other = node(toDatabase, home.resolve("node-2.log"), older);
    Scene scene = new Scene(home, postgres, imis, toDatabase, toImis, List.of(one, other), older);
    try {
      one.await();
      other.await();
      return scene;
    } catch (IllegalStateException e) {
      scene.close();
      throw e;
    }
  }

  private static NodeProcess node(Link toDatabase, Path log, Build build) throws IOException {
    return new NodeProcess(
        build,
        toDatabase.port(),
        Faults.DATABASE,
        List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), // it lives for seconds
        Map.of("INLET_SHUTDOWN_NOTICE", "1s"),
        log);
  }

  /** The numbers of the records in iMIS, oldest first. */
  List<Long> records() {
    return imis.activities().stream()
        .map(record -> Long.valueOf(String.valueOf(record.get("SOURCE_CODE"))))
        .toList();
  }

  /** How many deliveries are under way, or wait. */
  long underWay() throws SQLException {
    return count("outcome IN ('RECEIVED', 'QUEUED')");
  }

  /** Whether any is worked on, by whomever, that came before. */
  boolean isUnderWaySince(Instant at) throws SQLException {
    return count("outcome = 'RECEIVED' AND received_at < '%s'".formatted(at)) > 0;
  }

  private long count(String which) throws SQLException {
    return Long.parseLong(
        postgres.one(Faults.DATABASE, "SELECT count(*) FROM deliveries WHERE " + which));
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(NodeProcess::close);
    toImis.close();
    toDatabase.close();
    imis.close();
    postgres.close();
  }
}
