package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** When every connection is taken. */
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

  private static <T> T withoutConnections(Supplier<T> work) throws SQLException {
    try (Connection one = INLET.connection("app");
        Connection other = INLET.connection("app")) {
      assertThat(one).isNotSameAs(other);
      return work.get();
    }
  }
}
