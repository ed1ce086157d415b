package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Inlet as it is installed: a PostgreSQL, a node in a process of its own, and its organizations.
 */
final class Installation implements AutoCloseable {

  private static final String DATABASE = "inlet_load";

  /** As the reference, so that neither refuses. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "INLET_WEBHOOK_REQUESTS_PER_SECOND", "1000000",
          "INLET_ORGANIZATION_REQUESTS_PER_SECOND", "1000000",
          "INLET_CONNECTIONS_PER_ADDRESS_MAX", "20000");

  private final Postgres postgres;
  private final NodeProcess node;
  private final CollectionLog collections;
  private final List<String> paths;

  private Installation(
      Postgres postgres, NodeProcess node, CollectionLog collections, List<String> paths) {
    this.postgres = postgres;
    this.node = node;
    this.collections = collections;
    this.paths = paths;
  }

  /**
   * Sets it up, each organization with a webhook of the sample schema.
   *
   * @param javaOptions of the node
   */
  static Installation set(Path home, int organizations, int imisPort, List<String> javaOptions)
      throws IOException, SQLException, InterruptedException {
    Postgres postgres = Postgres.start(home);
    postgres.create(DATABASE);
    List<String> paths = new ArrayList<>();
    try (Node founding = Node.start(postgres, DATABASE)) {
      for (int i = 0; i < organizations; i++) {
        paths.add(Tenant.found(founding, "load-" + i, imisPort).sampleWebhook());
      }
    }
    CollectionLog collections = new CollectionLog(home.resolve("node-gc.log"));
    Files.deleteIfExists(collections.file());
    List<String> options = new ArrayList<>(javaOptions);
    options.add(collections.option());
    NodeProcess node =
        new NodeProcess(
            Build.OWN, postgres.port(), DATABASE, options, NO_LIMITS, home.resolve("node.log"));
    node.await();
    return new Installation(postgres, node, collections, paths);
  }

  /** The same delivery for each webhook. */
  List<Post> deliveries(String body) {
    return paths.stream().map(path -> Post.of(node.url().getPort(), path, Map.of(), body)).toList();
  }

  /** What only answers: the node's web server without Inlet. */
  int port() {
    return node.url().getPort();
  }

  Duration nodeWorked() {
    return node.worked();
  }

  Duration postgresWorked() throws IOException {
    return postgres.worked();
  }

  long allocatedBytes() throws IOException {
    return collections.allocatedBytes();
  }

  long commits() throws SQLException {
    return number(
        "SELECT xact_commit FROM pg_stat_database WHERE datname = '%s'".formatted(DATABASE));
  }

  long walBytes() throws SQLException {
    return number("SELECT (pg_current_wal_lsn() - '0/0')::bigint");
  }

  /** Deliveries that are in the journal as done. */
  long succeeded() throws SQLException {
    return number("SELECT count(*) FROM deliveries WHERE outcome = 'SUCCEEDED'");
  }

  private long number(String query) throws SQLException {
    return Long.parseLong(postgres.one(DATABASE, query));
  }

  /** What the node holds of the machine's memory now. */
  long residentBytes() throws IOException {
    return node.residentBytes();
  }

  @Override
  public void close() throws IOException {
    node.close();
    postgres.close();
  }
}
