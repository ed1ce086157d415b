package dev.inlet.identity.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyApiTest {

  private final Api api = new Api(TestInlet.shared());
  private final Tenant tenant = Tenant.in(TestInlet.shared());
  private final String path = "/api/organizations/" + tenant.organization();

  @Test
  void worksWhereAnAccessTokenDoesAndTellsItsLastUse() {
    JsonNode key = create("Deployment", "EDITOR");
    assertThat(key.get("lastUsedAt").isNull()).isTrue();

    HttpResponse<String> created =
        api.post(path + "/webhooks", key.get("key").asText(), Definitions.sample());

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonNode listed = Tenant.json(tenant.get("/api-keys")).at("/items/0");
    assertThat(listed.get("lastUsedAt").isNull()).isFalse();
    assertThat(listed.get("key").isNull()).as("shown once").isTrue();
    assertThat(listed.get("createdBy").asText()).isEqualTo(tenant.email());
  }

  @Test
  void isTheActorOfWhatItDid() {
    JsonNode key = create("Deployment", "EDITOR");
    api.post(path + "/webhooks", key.get("key").asText(), Definitions.sample());

    JsonNode event =
        Tenant.json(tenant.get("/audit-events?actorId=" + key.get("id").asText())).at("/items/0");

    assertThat(event.get("action").asText()).isEqualTo("WEBHOOK_CREATED");
    assertThat(event.get("actorKind").asText()).isEqualTo("API_KEY");
    assertThat(event.get("actorName").asText()).isEqualTo("Deployment");
  }

  @Test
  void isWorthNothingOnceItIsRevoked() {
    JsonNode key = create("Leaked", "VIEWER");
    assertThat(api.get(path, key.get("key").asText()).statusCode()).isEqualTo(200);

    assertThat(tenant.delete("/api-keys/" + key.get("id").asText()).statusCode()).isEqualTo(204);

    assertThat(api.get(path, key.get("key").asText()).statusCode()).isEqualTo(401);
    assertThat(Tenant.json(tenant.get("/api-keys")).get("items")).isEmpty();
  }

  @Test
  void isWorthNothingOnceItHasExpired() throws SQLException {
    ObjectNode request =
        request("Short", "VIEWER")
            .put("expiresAt", Instant.now().plus(Duration.ofDays(1)).toString());
    String key = Tenant.json(tenant.post("/api-keys", request)).get("key").asText();
    assertThat(api.get(path, key).statusCode()).isEqualTo(200);

    sql("UPDATE api_keys SET expires_at = now() - interval '1 second'");

    assertThat(api.get(path, key).statusCode()).isEqualTo(401);
    assertThat(Tenant.json(tenant.get("/api-keys")).at("/items/0/isExpired").asBoolean()).isTrue();
  }

  @Test
  void isStoredAsAHash() throws SQLException {
    String key = create("Secret", "VIEWER").get("key").asText();
    try (Connection connection = asTenant();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT k::text FROM api_keys k")) {
      rows.next();
      assertThat(rows.getString(1)).doesNotContain(key).doesNotContain(key.substring(6, 30));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',VIEWER,",
    "'two\nlines',VIEWER,",
    "Name,OWNER,",
    "Name,VIEWER,2001-01-01T00:00:00Z",
    "Name,VIEWER,2999-01-01T00:00:00Z"
  })
  void refusesWhatCannotBeAKey(String name, String role, String expiresAt) {
    assertThat(
            tenant.post("/api-keys", request(name, role).put("expiresAt", expiresAt)).statusCode())
        .isEqualTo(400);
  }

  private JsonNode create(String name, String role) {
    HttpResponse<String> answer = tenant.post("/api-keys", request(name, role));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(Tenant.json(answer).get("key").asText()).startsWith("inlet_");
    return Tenant.json(answer);
  }

  private static ObjectNode request(String name, String role) {
    return Tenant.JSON.createObjectNode().put("name", name).put("role", role);
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = asTenant();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection asTenant() throws SQLException {
    Connection connection = TestInlet.shared().database().connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)"
              .formatted(tenant.organization()));
    }
    return connection;
  }
}
