package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.People.Someone;
import dev.inlet.identity.credentials.Totp;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondFactorApiTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Api api = new Api(INLET);
  private final Tenant tenant = Tenant.in(INLET);
  private final Someone someone = People.member(INLET, tenant.organization(), Role.ADMIN);

  @Test
  void isAskedForOnceItIsSetUp() {
    String secret = begin();
    assertThat(login(null).statusCode()).as("before it is confirmed").isEqualTo(200);

    JsonNode codes = confirm(code(secret));

    assertThat(codes.get("recoveryCodes")).hasSize(10);
    HttpResponse<String> withoutCode = login(null);
    assertThat(withoutCode.statusCode()).isEqualTo(401);
    assertThat(Tenant.json(withoutCode).get("type").asText())
        .isEqualTo("urn:inlet:problem:second-factor-code-required");
    assertThat(login("000000").statusCode()).isEqualTo(401);
    assertThat(login(code(secret, 30)).statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoCodeTwice() {
    String secret = begin();
    String first = code(secret);
    confirm(first);

    assertThat(login(first).statusCode()).isEqualTo(401);
    String next = code(secret, 30);
    assertThat(login(next).statusCode()).isEqualTo(200);
    assertThat(login(next).statusCode()).isEqualTo(401);
  }

  @Test
  void takesARecoveryCodeOnceHoweverItIsTyped() {
    JsonNode codes = confirm(code(begin())).get("recoveryCodes");
    String typed = codes.get(0).asText().replace("-", " ").toUpperCase(Locale.ROOT);

    assertThat(login(typed).statusCode()).isEqualTo(200);
    assertThat(login(typed).statusCode()).isEqualTo(401);
    assertThat(login(codes.get(1).asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void isTurnedOffWithPasswordAndCode() {
    String secret = begin();
    JsonNode codes = confirm(code(secret)).get("recoveryCodes");
    ObjectNode request =
        body().put("password", "not the password").put("code", codes.get(0).asText());

    assertThat(post("/disable", request).statusCode()).isEqualTo(400);
    assertThat(post("/disable", request.put("password", People.PASSWORD)).statusCode())
        .isEqualTo(204);
    assertThat(login(null).statusCode()).isEqualTo(200);
  }

  @Test
  void endsOtherSessionsThatWereBegunWithoutIt() {
    String other = Tenant.json(login(null)).get("access_token").asText();

    confirm(code(begin()));

    assertThat(api.get("/api/me", other).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/me", someone.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void isNotGuessed() {
    confirm(code(begin()));
    int status = 401;
    for (int i = 0; i < 8 && status == 401; i++) {
      status = login("00000" + i).statusCode();
    }

    assertThat(status).isEqualTo(429);
  }

  @Test
  void canBeDemandedByAnOrganization() {
    String path = "/api/organizations/" + tenant.organization();
    ObjectNode demand = body().put("name", "Careful").put("requiresSecondFactor", true);
    assertThat(api.put(path, someone.token(), demand).statusCode())
        .as("by somebody without one")
        .isEqualTo(409);
    confirm(code(begin()));

    assertThat(api.put(path, someone.token(), demand).statusCode()).isEqualTo(200);

    HttpResponse<String> owner = tenant.get("/webhooks");
    assertThat(owner.statusCode()).isEqualTo(403);
    assertThat(Tenant.json(owner).get("type").asText())
        .isEqualTo("urn:inlet:problem:second-factor-required");
    assertThat(tenant.call("GET", "/api/me", null).statusCode()).isEqualTo(200);
    assertThat(api.get(path + "/webhooks", someone.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void isNotDecidedOnByAnApiKey() {
    String key =
        Tenant.json(tenant.post("/api-keys", body().put("name", "Key").put("role", "ADMIN")))
            .get("key")
            .asText();
    String path = "/api/organizations/" + tenant.organization();
    ObjectNode demand = body().put("name", "Careful").put("requiresSecondFactor", true);

    assertThat(api.put(path, key, demand).statusCode()).isEqualTo(403);
    assertThat(api.put(path, key, body().put("name", "Renamed")).statusCode()).isEqualTo(200);
  }

  @Test
  void countsNoMoreForASessionOnceItIsTurnedOff() {
    JsonNode codes = confirm(code(begin())).get("recoveryCodes");
    String path = "/api/organizations/" + tenant.organization();
    ObjectNode demand = body().put("name", "Careful").put("requiresSecondFactor", true);
    api.put(path, someone.token(), demand);

    post("/disable", body().put("password", People.PASSWORD).put("code", codes.get(0).asText()));

    assertThat(api.get(path, someone.token()).statusCode()).isEqualTo(403);
  }

  @Test
  void storesNeitherSecretNorCodeInTheClear() throws SQLException {
    String secret = begin();
    String recoveryCode = confirm(code(secret)).at("/recoveryCodes/0").asText();

    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT u::text || string_agg(r::text, ' ') FROM users u JOIN recovery_codes r USING (user_id)
                WHERE u.user_id = '%s' GROUP BY u.*
                """
                    .formatted(someone.id()))) {
      rows.next();
      String stored = rows.getString(1);
      assertThat(stored)
          .doesNotContain(secret)
          .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII)))
          .doesNotContain(recoveryCode)
          .doesNotContain(recoveryCode.replace("-", ""));
    }
  }

  private String begin() {
    HttpResponse<String> answer = post("", body().put("password", People.PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Tenant.json(answer).get("uri").asText()).startsWith("otpauth://totp/Inlet:");
    return Tenant.json(answer).get("secret").asText();
  }

  private JsonNode confirm(String code) {
    HttpResponse<String> answer = post("/confirm", body().put("code", code));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private HttpResponse<String> login(@Nullable String code) {
    ObjectNode request =
        body().put("email", someone.email()).put("password", People.PASSWORD).put("code", code);
    return api.post("/api/auth/login", "", request);
  }

  private HttpResponse<String> post(String path, ObjectNode request) {
    return api.post("/api/me/second-factor" + path, someone.token(), request);
  }

  private static String code(String secret) {
    return code(secret, 0);
  }

  /** The code of a moment a little later, which is taken too. */
  private static String code(String secret, int secondsAhead) {
    return Totp.code(secret, Instant.now().plusSeconds(secondsAhead));
  }

  private static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }
}
