package dev.inlet.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionApiTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void isAbsentUntilItIsSet() {
    assertThat(tenant.get("/connection").statusCode()).isEqualTo(204);
    assertThat(tenant.post("/connection/test", null).statusCode()).isEqualTo(409);
  }

  @Test
  void showsEverythingButThePassword() {
    tenant.connect(SIMULATOR.baseUrl() + "/api/");

    HttpResponse<String> answer = tenant.get("/connection");

    JsonNode connection = Tenant.json(answer);
    assertThat(connection.get("baseUrl").asText()).isEqualTo(SIMULATOR.baseUrl().toString());
    assertThat(connection.get("edition").asText()).isEqualTo("EMS");
    assertThat(connection.get("passwordSet").asBoolean()).isTrue();
    assertThat(answer.body()).doesNotContain("100%");
  }

  @Test
  void storesThePasswordEncrypted() throws SQLException {
    tenant.connect(SIMULATOR.baseUrl().toString());

    byte[] stored = storedPassword(INLET.database(), tenant);

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("demo&100");
  }

  @Test
  void keepsThePasswordThatIsLeftOutButNotForAnotherServerOrUser() {
    tenant.connect(SIMULATOR.baseUrl().toString());
    ObjectNode withoutPassword = Tenant.connection(SIMULATOR.baseUrl().toString());
    withoutPassword.remove("password");

    assertThat(
            tenant
                .put("/connection", withoutPassword.put("timeZone", "Europe/Berlin"))
                .statusCode())
        .isEqualTo(200);
    assertThat(Tenant.json(tenant.post("/connection/test", null)).get("works").asBoolean())
        .isTrue();

    HttpResponse<String> elsewhere =
        tenant.put(
            "/connection", withoutPassword.deepCopy().put("baseUrl", "https://evil.example"));
    HttpResponse<String> somebody =
        tenant.put("/connection", withoutPassword.deepCopy().put("username", "admin"));

    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(elsewhere).at("/errors/0/pointer").asText()).isEqualTo("/password");
    assertThat(somebody.statusCode()).isEqualTo(400);
  }

  @Test
  void testsWhetherImisCanBeUsedAndSaysWhatToDoIfNot() {
    tenant.connect(SIMULATOR.baseUrl().toString());
    JsonNode works = test();
    SIMULATOR.set(switches -> switches.withRemoteServiceRole(false));
    JsonNode withoutRole = test();
    SIMULATOR.reset();
    tenant.put(
        "/connection", Tenant.connection(SIMULATOR.baseUrl().toString()).put("password", "wrong"));
    JsonNode wrongPassword = test();
    tenant.connect(SIMULATOR.baseUrl() + "/nowhere");
    JsonNode wrongPath = test();
    tenant.connect("http://localhost:1");
    JsonNode unreachable = test();

    assertThat(works.get("works").asBoolean()).isTrue();
    assertThat(withoutRole.get("failure").asText()).isEqualTo("NOT_PERMITTED");
    assertThat(withoutRole.get("message").asText()).contains("RemoteService role");
    assertThat(wrongPassword.get("failure").asText()).isEqualTo("CREDENTIALS_REFUSED");
    assertThat(wrongPath.get("failure").asText()).isEqualTo("NOT_IMIS");
    assertThat(unreachable.get("failure").asText()).isEqualTo("UNREACHABLE");
  }

  @Test
  void tellsSinceWhenTheCredentialsFailUntilTheyWorkAgain() {
    tenant.connect(SIMULATOR.baseUrl().toString());
    assertThat(failingSince().isNull()).isTrue();

    SIMULATOR.set(switches -> switches.withCredentialsRefused(true));
    tenant.post("/connection/test", null);
    Await.until(() -> !failingSince().isNull());
    assertThat(Instant.parse(failingSince().asText())).isBefore(Instant.now());

    SIMULATOR.set(switches -> switches.withCredentialsRefused(false));
    tenant.connect(SIMULATOR.baseUrl().toString());

    assertThat(failingSince().isNull()).isTrue();
  }

  private JsonNode failingSince() {
    return Tenant.json(tenant.get("/connection")).get("credentialsFailingSince");
  }

  @Test
  void refusesWhatCannotBeAConnection() {
    assertRefused(connection().put("baseUrl", "ftp://org.imiscloud.com"), "/baseUrl");
    assertRefused(connection().put("baseUrl", "https://user:pw@org.imiscloud.com"), "/baseUrl");
    assertRefused(connection().put("baseUrl", "https://"), "/baseUrl");
    assertRefused(connection().put("timeZone", "Mars/Olympus"), "/timeZone");
    assertRefused(connection().put("edition", "2042"), "/edition");
    assertRefused(connection().put("username", " "), "/username");
    assertRefused(connection().put("concurrentCallsMax", 1000), "/concurrentCallsMax");
  }

  @Test
  void isNotCalledWhereTheDeploymentDoesNotLetItThrough() {
    TestInlet strict = TestInlet.start(Map.of("inlet.outbound-allowed-networks", "10.99.0.0/16"));
    try {
      Tenant curious = Tenant.in(strict).connect(SIMULATOR.baseUrl().toString());

      JsonNode result = Tenant.json(curious.post("/connection/test", null));

      assertThat(result.get("failure").asText()).isEqualTo("ADDRESS_NOT_ALLOWED");
      assertThat(SIMULATOR.requests()).isEmpty();
    } finally {
      strict.close();
    }
  }

  private JsonNode test() {
    return Tenant.json(tenant.post("/connection/test", null));
  }

  private void assertRefused(ObjectNode connection, String pointer) {
    HttpResponse<String> answer = tenant.put("/connection", connection);
    assertThat(answer.statusCode()).as(connection.toString()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private static ObjectNode connection() {
    return Tenant.connection("https://org.imiscloud.com");
  }

  private static byte[] storedPassword(TestPostgres.Database database, Tenant tenant)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)"
              .formatted(tenant.organization()));
      try (ResultSet rows = statement.executeQuery("SELECT password_ciphertext FROM connections")) {
        assertThat(rows.next()).isTrue();
        return rows.getBytes(1);
      }
    }
  }

  /** Of one who saves without a password and one who saves another address with one, at once. */
  @Test
  void neverKeepsAPasswordForAnAddressItWasNotGivenFor() {
    ObjectNode good = Tenant.connection("https://good.imiscloud.com");
    ObjectNode evil = Tenant.connection("https://evil.imiscloud.com");
    ObjectNode evilWithout = evil.deepCopy();
    evilWithout.remove("password");
    for (int round = 0; round < 10; round++) {
      tenant.put("/connection", evil);
      List<CompletableFuture<Integer>> saving =
          Stream.of(evilWithout, evilWithout, good, evilWithout)
              .map(
                  request ->
                      CompletableFuture.supplyAsync(
                          () -> tenant.put("/connection", request).statusCode()))
              .toList();

      saving.forEach(CompletableFuture::join);

      assertThat(Tenant.json(tenant.get("/connection")).get("baseUrl").asText())
          .isEqualTo("https://good.imiscloud.com");
    }
  }
}
