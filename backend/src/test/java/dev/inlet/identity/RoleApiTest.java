package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What a member may not do, from the very next request on. */
class RoleApiTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final String path = "/webhooks/" + webhook.get("id").asText();

  @Test
  void aViewerReadsAndChangesNothing() throws SQLException {
    become(Role.VIEWER);

    assertThat(tenant.get(path).statusCode()).isEqualTo(200);
    assertThat(tenant.get("/deliveries").statusCode()).isEqualTo(200);
    assertRefused(tenant.post("/webhooks", Definitions.sample()));
    assertRefused(tenant.put(path, Definitions.sample()));
    assertRefused(tenant.delete(path));
    assertRefused(tenant.put("/connection", Tenant.connection("https://org.imiscloud.com")));
  }

  @Test
  void anEditorChangesWebhooksButNotTheConnection() throws SQLException {
    become(Role.EDITOR);

    assertThat(tenant.put(path, Definitions.sample()).statusCode()).isEqualTo(200);
    assertRefused(tenant.put("/connection", Tenant.connection("https://org.imiscloud.com")));
    assertRefused(tenant.put("", Tenant.JSON.createObjectNode().put("name", "Mine")));
  }

  private void become(Role role) throws SQLException {
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)"
              .formatted(tenant.organization()));
      assertThat(statement.executeUpdate("UPDATE members SET role = '%s'".formatted(role)))
          .isEqualTo(1);
    }
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Tenant.json(answer).get("type").asText()).isEqualTo("urn:inlet:problem:not-allowed");
  }
}
