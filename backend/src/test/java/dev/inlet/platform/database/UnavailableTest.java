package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** When every connection is taken, or lost on the way. */
class UnavailableTest {

  private static final TestInlet INLET =
      TestInlet.start(Map.of("inlet.database.connections-max", 2));

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @Test
  void theApiSaysThatItIsBusyAndTellsWhenToComeBack() throws SQLException {
    Tenant tenant = Tenant.in(INLET);

    HttpResponse<String> refused = withoutConnections(() -> tenant.get("/webhooks"));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(Tenant.json(refused).get("type").asText()).endsWith("unavailable");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(tenant.get("/webhooks").statusCode()).isEqualTo(200);
  }

  @Test
  void whatMayHaveBeenDoneIsNotToBeTriedAgainUnseen() throws SQLException {
    Tenant tenant = Tenant.in(INLET);

    HttpResponse<String> refused =
        withoutConnections(() -> tenant.post("/webhooks", Definitions.sample()));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertThat(Tenant.json(refused).get("detail").asText()).contains("Look whether this was done");
  }

  @Test
  void theApiSaysThatItIsBusyIfPostgresqlStopsMeanwhile() throws SQLException {
    Tenant tenant = Tenant.in(INLET);

    HttpResponse<String> refused =
        interrupted("pg_terminate_backend", () -> tenant.get("/webhooks"));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(tenant.get("/webhooks").statusCode()).isEqualTo(200);
  }

  @Test
  void whatPostgresqlWasStoppedInMayHaveBeenDone() throws SQLException {
    Tenant tenant = Tenant.in(INLET);

    HttpResponse<String> refused =
        interrupted("pg_terminate_backend", () -> tenant.post("/webhooks", Definitions.sample()));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertThat(Tenant.json(refused).get("detail").asText()).contains("Look whether this was done");
  }

  @Test
  void whateverElseAStatementFailsOfIsAnErrorWithATrace() throws SQLException {
    Tenant tenant = Tenant.in(INLET);

    HttpResponse<String> failed = interrupted("pg_cancel_backend", () -> tenant.get("/webhooks"));

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Tenant.json(failed).get("type").asText()).endsWith("unexpected");
    assertThat(Tenant.json(failed).get("traceId").asText()).isNotEmpty();
  }

  /** What PostgreSQL does to the statement that the work waits in. */
  private static HttpResponse<String> interrupted(String how, Supplier<HttpResponse<String>> work)
      throws SQLException {
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK webhooks");
      CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(work);
      // Others wait for the same table, and what befalls them is nobody's matter.
      Await.until(
          () -> {
            interrupt(how);
            return answer.isDone();
          });
      connection.rollback();
      return answer.join();
    }
  }

  private static void interrupt(String how) {
    Sql.execute(
        INLET,
        """
        SELECT %s(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'inlet_app' AND wait_event_type = 'Lock'
        """
            .formatted(how));
  }

  private static <T> T withoutConnections(Supplier<T> work) throws SQLException {
    try (Connection one = INLET.connection("app");
        Connection other = INLET.connection("app")) {
      assertThat(one).isNotSameAs(other);
      return work.get();
    }
  }
}
