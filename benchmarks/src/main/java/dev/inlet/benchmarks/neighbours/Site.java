package dev.inlet.benchmarks.neighbours;

import dev.imissimulator.Simulator;
import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Tenant;
import dev.inlet.benchmarks.Times;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A node in a process of its own, with a PostgreSQL of its own and the three organizations. */
final class Site implements AutoCloseable {

  private static final String DATABASE = "inlet_neighbours";
  private static final Duration SETTLED_MAX = Duration.ofSeconds(60);

  private static final String QUEUED_TIMES =
      """
      SELECT (extract(epoch FROM a.finished_at - d.received_at) * 1000000)::bigint
      FROM webhook_keys k
      JOIN deliveries d USING (organization_id, webhook_id)
      JOIN attempts a USING (organization_id, received_at, delivery_id)
      WHERE k.key = ? AND a.outcome = 'SUCCEEDED' AND d.received_at BETWEEN ? AND ?""";

  private final Postgres postgres;
  private final NodeProcess node;
  private final Map<Role, String> paths;

  /** An organization's webhook, by what is the matter with it. */
  enum Role {
    THIRD,
    THIRD_ACKNOWLEDGED,
    HANGING,
    FLOODING
  }

  /** Two instants between which something was sent. */
  record Span(Instant begin, Instant end) {}

  private Site(Postgres postgres, NodeProcess node, Map<Role, String> paths) {
    this.postgres = postgres;
    this.node = node;
    this.paths = paths;
  }

  /**
   * Starts it, and waits until it takes deliveries.
   *
   * @param rate how many deliveries a second of one webhook it takes
   */
  static Site open(Path home, int rate, Simulator good, Simulator hanging)
      throws IOException, SQLException, InterruptedException {
    Postgres postgres = Postgres.start(home);
    postgres.create(DATABASE);
    Map<Role, String> paths;
    try (Node node = Node.start(postgres, DATABASE)) {
      Tenant third = Tenant.found(node, "third", good.baseUrl().getPort());
      paths =
          Map.of(
              Role.THIRD,
              third.webhook("Waits", "AFTER_ACTION"),
              Role.THIRD_ACKNOWLEDGED,
              third.webhook("Acknowledges", "ON_RECEIPT"),
              Role.HANGING,
              Tenant.found(node, "hanging", hanging.baseUrl().getPort())
                  .webhook("Hangs", "AFTER_ACTION"),
              Role.FLOODING,
              Tenant.found(node, "flooding", good.baseUrl().getPort())
                  .webhook("Floods", "AFTER_ACTION"));
    }
    NodeProcess node =
        new NodeProcess(
            Build.OWN,
            postgres.port(),
            DATABASE,
            List.of("-Xmx512m"),
            Map.of("INLET_WEBHOOK_REQUESTS_PER_SECOND", Integer.toString(rate)),
            home.resolve("node.log"));
    node.await();
    return new Site(postgres, node, paths);
  }

  URI url(Role role) {
    return node.url().resolve(path(role));
  }

  private String path(Role role) {
    return Objects.requireNonNull(paths.get(role));
  }

  Duration nodeWorked() {
    return node.worked();
  }

  Duration postgresWorked() throws IOException {
    return postgres.worked();
  }

  /**
   * Of what the third was told to be in the queue: the times from its receipt until it was in iMIS.
   */
  Times untilInImis(List<Span> spans) throws SQLException, InterruptedException {
    settle();
    List<Duration> times = new ArrayList<>();
    String path = path(Role.THIRD_ACKNOWLEDGED);
    try (Connection connection = postgres.connect(DATABASE);
        PreparedStatement statement = connection.prepareStatement(QUEUED_TIMES)) {
      statement.setString(1, path.substring(path.lastIndexOf('/') + 1));
      for (Span span : spans) {
        statement.setObject(2, span.begin().atOffset(ZoneOffset.UTC));
        statement.setObject(3, span.end().atOffset(ZoneOffset.UTC));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            times.add(Duration.ofNanos(rows.getLong(1) * 1_000));
          }
        }
      }
    }
    return new Times(times);
  }

  private void settle() throws SQLException, InterruptedException {
    Instant latest = Instant.now().plus(SETTLED_MAX);
    while (!postgres
        .one(DATABASE, "SELECT count(*) FROM deliveries WHERE outcome IN ('RECEIVED', 'QUEUED')")
        .equals("0")) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException("Deliveries stay in the queue; the node's log says why");
      }
      Thread.sleep(200);
    }
  }

  @Override
  public void close() throws IOException {
    node.close();
    postgres.close();
  }
}
