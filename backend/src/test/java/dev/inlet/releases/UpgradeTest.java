package dev.inlet.releases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.releases.Snapshot.Table;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That this Inlet takes over what every earlier release left in its database. */
class UpgradeTest {

  private static final Path RELEASES = Path.of("src/test/resources/releases");
  private static final Path CHANGELOG = Path.of("../CHANGELOG.md");
  private static final String HISTORY = "flyway_schema_history";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** The longest that an installation can keep deliveries; the snapshots' grow old. */
  private static final Map<String, Object> KEEPS_ALL = Map.of("inlet.retention.days", 3_650);

  static List<Snapshot> snapshots() throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    try (Stream<Path> files = Files.list(RELEASES)) {
      for (Path file : files.sorted().toList()) {
        snapshots.add(Snapshot.in(file));
      }
    }
    return snapshots;
  }

  @Test
  void everyReleaseHasLeftASnapshot() throws IOException {
    List<String> known = snapshots().stream().map(Snapshot::release).toList();
    List<String> released =
        Files.readAllLines(CHANGELOG).stream()
            .filter(line -> line.matches("## \\[\\d.*"))
            .map(line -> line.substring("## [".length(), line.indexOf(']')))
            .toList();

    assertThat(known).isNotEmpty().containsAll(released);
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void migrationsKeepEveryRowAndEveryValue(Snapshot before) throws Exception {
    TestPostgres.Database database = filled(before);

    migrate(database, "latest");

    try (Connection superuser = TestPostgres.superuser(database)) {
      Snapshot after = Snapshot.of("after", superuser);
      for (Table table : before.tables()) {
        if (!table.name().equals(HISTORY)) {
          List<String> columns = new ArrayList<>(table.columns());
          columns.retainAll(after.table(table.name()).columns());
          assertThat(Snapshot.read(superuser, table.name(), columns).rows())
              .as("%s (%s)", table.name(), columns)
              .containsExactlyInAnyOrderElementsOf(rows(table, columns));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void organizationsGoOnWithTheirDeliveriesPasswordsAndUrls(Snapshot before) throws Exception {
    TestPostgres.Database database = filled(before);
    try (Simulator simulator = Simulator.start()) {
      moveImis(database, simulator);
      TestInlet inlet = TestInlet.start(database, KEEPS_ALL);
      try {
        Set<String> seen = new HashSet<>();
        for (String email : owners(before)) {
          seen.addAll(goOn(new Api(inlet), email, simulator));
        }
        assertThat(seen)
            .containsExactlyInAnyOrderElementsOf(before.table("deliveries").values("delivery_id"));
      } finally {
        inlet.close();
      }
    }
  }

  /** Reads all that is there, replays one and sends one more; tells what was there. */
  private static List<String> goOn(Api api, String email, Simulator simulator) {
    JsonNode login =
        Tenant.json(
            api.post("/api/auth/login", "", Map.of("email", email, "password", Tenant.PASSWORD)));
    String token = login.path("access_token").asText();
    JsonNode me = Tenant.json(api.get("/api/me", token));
    String path = "/api/organizations/" + me.at("/memberships/0/organizationId").asText() + "/";
    List<JsonNode> deliveries = deliveries(api, path, token);
    for (JsonNode delivery : deliveries) {
      JsonNode detail = ok(api.get(path + "deliveries/" + delivery.get("id").asText(), token));
      assertThat(detail.get("outcome")).isEqualTo(delivery.get("outcome"));
    }
    int records = simulator.activities().size();
    JsonNode done =
        deliveries.stream()
            .filter(each -> each.get("outcome").asText().equals("SUCCEEDED"))
            .findFirst()
            .orElseThrow();
    JsonNode replayed =
        ok(
            api.post(
                path + "deliveries/" + done.get("id").asText() + "/replay",
                token,
                Map.of("isConfirmed", true)));
    assertThat(replayed.at("/attempts/1/outcome").asText()).isEqualTo("SUCCEEDED");
    JsonNode webhook = webhook(api, path, token, done.get("webhookId").asText());
    HttpRequest.Builder delivery =
        api.request("POST", URI.create(webhook.get("url").asText()).getPath(), "", null)
            .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD));
    assertThat(Tenant.send(delivery).statusCode()).isEqualTo(200);
    assertThat(simulator.activities()).hasSize(records + 2);
    return deliveries.stream().map(each -> each.get("id").asText()).toList();
  }

  private static List<JsonNode> deliveries(Api api, String path, String token) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ok(api.get(path + "deliveries?from=2026-11-01T00:00:00Z" + cursor, token));
      page.get("items").forEach(all::add);
      cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asText();
    } while (!cursor.isEmpty());
    return all;
  }

  private static JsonNode webhook(Api api, String path, String token, String id) {
    return ok(api.get(path + "webhooks/" + id, token));
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private static List<String> owners(Snapshot before) {
    List<String> members = before.table("members").values("user_id");
    Table users = before.table("users");
    return IntStream.range(0, users.rows().size())
        .filter(i -> members.contains(users.values("user_id").get(i)))
        .mapToObj(i -> users.values("email").get(i))
        .toList();
  }

  /**
   * To where it is now; whatever else stands in a connection is as the release wrote it. Nobody
   * keeps deliveries for less long than they are old.
   */
  private static void moveImis(TestPostgres.Database database, Simulator simulator)
      throws SQLException {
    try (Connection superuser = TestPostgres.superuser(database);
        Statement statement = superuser.createStatement()) {
      statement.execute(
          """
          UPDATE connections SET base_url = '%s';
          DO $$ BEGIN
            IF to_regclass('delivery_retention') IS NOT NULL THEN DELETE FROM delivery_retention; END IF;
          END $$
          """
              .formatted(simulator.baseUrl()));
    }
  }

  private static TestPostgres.Database filled(Snapshot before) throws SQLException, IOException {
    TestPostgres.Database database =
        TestPostgres.newDatabase("upgraded_" + DATABASES.incrementAndGet());
    migrate(database, String.valueOf(before.schema()));
    try (Connection superuser = TestPostgres.superuser(database)) {
      before.fill(superuser);
    }
    return database;
  }

  private static void migrate(TestPostgres.Database database, String version) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .target(version)
        .load()
        .migrate();
  }

  /** Some columns of a snapshot's rows. */
  private static List<String> rows(Table table, List<String> columns) {
    int[] places = columns.stream().mapToInt(table::place).toArray();
    return table.rows().stream()
        .map(row -> row.split("\t", -1))
        .map(row -> String.join("\t", Arrays.stream(places).mapToObj(i -> row[i]).toList()))
        .toList();
  }
}
