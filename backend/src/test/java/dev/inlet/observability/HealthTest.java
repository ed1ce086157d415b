package dev.inlet.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a supervisor is told. */
class HealthTest {

  private static final String UP = "{\"status\":\"UP\",\"reasons\":[]}";

  @Test
  void aNodeThatIsWellSaysSo() {
    TestInlet inlet = TestInlet.shared();
    Await.until(() -> get(inlet, "/health/readiness").statusCode() == 200);

    assertThat(get(inlet, "/health/readiness").body()).isEqualTo(UP);
    assertThat(get(inlet, "/health").body()).isEqualTo(UP);
    assertThat(get(inlet, "/health/liveness").body()).isEqualTo(UP);
  }

  @Test
  void aNodeWithoutItsDatabaseIsAliveAndNotReadyAndSaysWhy() {
    TestInlet inlet = TestInlet.start(Map.of());
    Await.until(() -> get(inlet, "/health/readiness").statusCode() == 200);
    TestInlet other = TestInlet.shared();
    String database = Sql.rows(inlet, "SELECT current_database()").getFirst();
    try {
      Sql.execute(other, "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(database));
      Sql.execute(
          other,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s' AND pid <> pg_backend_pid()"
              .formatted(database));
      Await.until(() -> get(inlet, "/health/readiness").statusCode() == 503);

      assertThat(get(inlet, "/health/readiness").body())
          .isEqualTo("{\"status\":\"DOWN\",\"reasons\":[\"The database does not answer.\"]}");
      assertThat(get(inlet, "/health/liveness").statusCode()).isEqualTo(200);
    } finally {
      inlet.close();
    }
  }

  @Test
  void aNodeWhoseSchemaWentBackSaysThatMigrationsAreMissing() {
    TestInlet inlet = TestInlet.start(Map.of());
    Await.until(() -> get(inlet, "/health/readiness").statusCode() == 200);
    Sql.execute(
        inlet,
        "DELETE FROM flyway_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");
    Sql.execute(
        inlet,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'inlet_changes'");

    Await.until(() -> get(inlet, "/health/readiness").body().contains("Migrations are missing"));
    assertThat(get(inlet, "/health/readiness").statusCode()).isEqualTo(503);
    inlet.close();
  }

  private static HttpResponse<String> get(TestInlet inlet, String path) {
    return Tenant.send(HttpRequest.newBuilder(inlet.url().resolve(path)));
  }
}
