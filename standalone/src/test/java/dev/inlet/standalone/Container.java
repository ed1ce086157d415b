package dev.inlet.standalone;

import dev.imissimulator.Simulator;
import dev.inlet.standalone.Shell.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What docker-compose.yml starts, without Docker: the installed program with what the compose file
 * tells it and the secrets that its script makes, a PostgreSQL, and an iMIS. To a shell it gives a
 * {@code docker} that knows one thing: to run a command where the node runs.
 */
final class Container implements AutoCloseable {

  private static final String DOCKER =
      """
      docker() {
        case "$*" in
          "compose exec inlet "*) shift 3 ;;
          "compose exec -T inlet "*) shift 4 ;;
          *) echo "There is no Docker here for: docker $*" >&2; return 125 ;;
        esac
        case $1 in
          cat) cat "$CONTAINER_RUN${2#/run/inlet}" ;;
          jcmd) [ "$2" = 1 ] && jcmd "$CONTAINER_NODE" "$3" ;;
          *) "$@" ;;
        esac
      }
      """;

  private final Path folder;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Simulator imis = Simulator.start();
  private final DataDirectory data;
  private final LocalPostgres postgres;
  private Map<String, String> settings = Map.of();
  private @Nullable Process node;

  private Container(Path folder) throws IOException {
    this.folder = folder;
    data = DataDirectory.open(folder.resolve("data"));
    postgres = LocalPostgres.start(data);
  }

  static Container start(Path folder) throws IOException, InterruptedException, SQLException {
    Container container = new Container(folder);
    try {
      container.install();
      container.up();
      return container;
    } catch (IOException | InterruptedException | SQLException | RuntimeException | Error e) {
      container.close();
      throw e;
    }
  }

  private void install() throws IOException, InterruptedException, SQLException {
    for (String part : new String[] {"run/keys", "run/database", "run/superuser", "opt", "work"}) {
      Files.createDirectories(folder.resolve(part));
    }
    Path archive = Pages.ROOT.resolve("distribution/target/inlet.tar.gz");
    Path secrets = Pages.ROOT.resolve("deploy/make-secrets");
    require("tar -xzf '%s' -C ../opt --strip-components=1".formatted(archive));
    require("'%s' '%s'".formatted(secrets, folder.resolve("run")));
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "ALTER ROLE inlet PASSWORD '%s'"
              .formatted(Files.readString(folder.resolve("run/database/password"))));
    }
  }

  private void require(String script) throws IOException, InterruptedException {
    Outcome outcome = shell().run(script);
    if (outcome.status() != 0) {
      throw new StartException(script + "\n" + outcome.said());
    }
  }

  /** Writes the file {@code .env}. */
  void configure(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Ends the node, if there is one, and starts it as it is configured. */
  void up() throws IOException, InterruptedException {
    end();
    node =
        shell()
            .builder(folder.resolve("opt/bin/inlet").toString())
            .redirectOutput(folder.resolve("node.log").toFile())
            .start();
    Outcome ready =
        shell()
            .run(
                "curl -sf --retry 300 --retry-delay 1 --retry-all-errors -o /dev/null localhost:%d/health/readiness"
                    .formatted(port));
    if (ready.status() != 0) {
      throw new StartException(
          "A node does not start: " + Files.readString(folder.resolve("node.log")));
    }
  }

  private void end() {
    if (node != null) {
      node.destroy();
      try {
        node.onExit().get(60, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        node.destroyForcibly();
      } catch (InterruptedException e) {
        node.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  int port() {
    return port;
  }

  int imisPort() {
    return imis.baseUrl().getPort();
  }

  /** What an operator types here is done. */
  Outcome run(String command) throws IOException, InterruptedException {
    return shell().run("set -eu\n" + DOCKER + command);
  }

  Path work() {
    return folder.resolve("work");
  }

  /** Something that is kept for the container, by its path within. */
  Path file(String path) {
    return Path.of(here(path));
  }

  private String here(String text) {
    return text.replace("/run/inlet", folder.resolve("run").toString());
  }

  private Shell shell() throws IOException {
    Map<String, String> dotEnv = new HashMap<>(settings);
    dotEnv.put("INLET_OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    dotEnv.put("INLET_SHUTDOWN_NOTICE", "0s");
    Map<String, String> variables = new HashMap<>();
    Compose.read().environment(dotEnv).forEach((name, value) -> variables.put(name, here(value)));
    variables.put("INLET_DATABASE_URL", postgres.url());
    variables.put("INLET_PORT", String.valueOf(port));
    variables.put("INLET_MANAGEMENT_ADDRESS", "127.0.0.1");
    variables.put("INLET_MANAGEMENT_PORT", String.valueOf(managementPort));
    variables.put("CONTAINER_RUN", folder.resolve("run").toString());
    variables.put("CONTAINER_NODE", node == null ? "" : String.valueOf(node.pid()));
    return new Shell(work(), folder.resolve("opt/bin"), variables);
  }

  Connection superuser() throws SQLException {
    return DriverManager.getConnection(postgres.url(), "postgres", "postgres");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartException("There is no free port.", e);
    }
  }

  @Override
  public void close() throws IOException {
    end();
    imis.close();
    postgres.close();
    data.close();
  }
}
