package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Processes;
import dev.inlet.benchmarks.deliverylog.DeliveryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Inlet as it is installed: a PostgreSQL, and nodes in processes of their own. */
final class Installation implements AutoCloseable {

  private static final String DATABASE = "inlet_load";

  /** As the reference, so that neither refuses. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "INLET_WEBHOOK_REQUESTS_PER_SECOND", "1000000",
          "INLET_ORGANIZATION_REQUESTS_PER_SECOND", "1000000");

  private final Path home;
  private final Postgres postgres;
  private final String database;
  private final List<Member> nodes = new ArrayList<>();

  /** A node, and its log of collections. */
  private record Member(NodeProcess process, CollectionLog collections) {}

  private Installation(Path home, Postgres postgres, String database) {
    this.home = home;
    this.postgres = postgres;
    this.database = database;
  }

  /** With an empty database, and without a node yet. */
  static Installation begin(Path home) throws IOException, SQLException, InterruptedException {
    return begin(home, 0);
  }

  /**
   * The same, with what there is after a month.
   *
   * @param rows how many deliveries the log has
   */
  static Installation begin(Path home, int rows)
      throws IOException, SQLException, InterruptedException {
    Postgres postgres = Postgres.start(home);
    try {
      return new Installation(home, postgres, database(postgres, home, rows));
    } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static String database(Postgres postgres, Path home, int rows)
      throws IOException, SQLException, InterruptedException {
    if (rows > 0) {
      return DeliveryLog.fill(postgres, home, rows);
    }
    postgres.create(DATABASE);
    return DATABASE;
  }

  /** What is done by way of a node before there is any. */
  @FunctionalInterface
  interface Preparation<T> {
    T prepare(Node node) throws IOException, SQLException, InterruptedException;
  }

  /** Has something made in the database by a node within this process, which ends then. */
  <T> T prepare(Preparation<T> preparation) throws IOException, SQLException, InterruptedException {
    try (Node founding = Node.start(postgres, database)) {
      return preparation.prepare(founding);
    }
  }

  /** Java's options of each node: what {@code INLET_NODE_OPTIONS} says, or half a gigabyte. */
  static List<String> javaOptions() {
    return List.of(
        Optional.ofNullable(System.getenv("INLET_NODE_OPTIONS"))
            .filter(given -> !given.isBlank())
            .orElse("-Xmx512m")
            .strip()
            .split("\\s+"));
  }

  /** Starts one more node, and waits until it is ready. */
  void startNode(Map<String, String> settings) throws IOException, InterruptedException {
    String name = "node-" + (nodes.size() + 1);
    CollectionLog collections = new CollectionLog(home.resolve(name + "-gc.log"));
    Files.deleteIfExists(collections.file());
    List<String> options = new ArrayList<>(javaOptions());
    options.add(collections.option());
    Map<String, String> all = new HashMap<>(NO_LIMITS);
    all.putAll(settings);
    NodeProcess process =
        new NodeProcess(
            Build.OWN, postgres.port(), database, options, all, home.resolve(name + ".log"));
    nodes.add(new Member(process, collections));
    process.await();
  }

  /** The same delivery for each webhook, by way of each node. */
  List<Post> deliveries(List<String> paths, String body) {
    return paths.stream()
        .flatMap(
            path ->
                nodes.stream()
                    .map(node -> Post.of(node.process().url().resolve(path), Map.of(), body)))
        .toList();
  }

  /** {@link Postgres#checkpoint} */
  void checkpoint() throws SQLException {
    postgres.checkpoint();
  }

  /**
   * What was used until now.
   *
   * @param others how long processors worked for whatever else there is
   */
  Reading reading(Duration others) throws IOException, SQLException {
    return new Reading(
        nodesWorked(),
        postgres.worked(),
        others,
        allocatedBytes(),
        number("SELECT xact_commit FROM pg_stat_database WHERE datname = '%s'".formatted(database)),
        number("SELECT (pg_current_wal_lsn() - '0/0')::bigint"));
  }

  private Duration nodesWorked() {
    return nodes.stream()
        .map(node -> node.process().worked())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private long allocatedBytes() throws IOException {
    long all = 0;
    for (Member node : nodes) {
      all += node.collections().allocatedBytes();
    }
    return all;
  }

  /** A number out of the database. */
  long number(String query) throws SQLException {
    return Long.parseLong(postgres.one(database, query));
  }

  /** What a delivery takes on PostgreSQL's disk, with its attempt, its terms and all indexes. */
  long bytesOfDelivery() throws SQLException {
    return number(
        """
        SELECT sum(pg_total_relation_size(part.relid))::bigint / greatest(1, (SELECT count(*) FROM deliveries))
        FROM (VALUES ('deliveries'), ('attempts'), ('delivery_terms')) AS kept (name),
             pg_partition_tree(kept.name::regclass) AS part
        """);
  }

  /** Ids out of the database. */
  List<UUID> ids(String query) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  /** To the database, bound by no policy. */
  Connection connect() throws SQLException {
    return postgres.connect(database);
  }

  /** Changes the database, bound by no policy. */
  void run(String sql) throws SQLException {
    postgres.run(database, sql);
  }

  /** What nodes hold of the machine's memory now. */
  long residentMegabytes() throws IOException {
    long all = 0;
    for (Member node : nodes) {
      all += node.process().residentBytes();
    }
    return all / (1024 * 1024);
  }

  /** How much of its heap the first node used at most. */
  long heapMegabytesMax() throws IOException {
    return nodes.getFirst().collections().usedMegabytesMax();
  }

  /** What of the first node's heap is in use, once all else was collected. */
  long heapMegabytes() throws IOException, InterruptedException {
    Member node = nodes.getFirst();
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Processes.run(jcmd.toString(), Long.toString(node.process().pid()), "GC.run");
    return node.collections().leftMegabytes();
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(node -> node.process().close());
    postgres.close();
  }
}
