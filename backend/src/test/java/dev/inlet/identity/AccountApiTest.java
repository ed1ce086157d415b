package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.People.Someone;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One's own account, where the installation can send no e-mail. */
class AccountApiTest {

  private static final String NEW_PASSWORD = "eleven crooked ladders";

  private final Api api = new Api(TestInlet.shared());
  private final Someone someone = People.someone(TestInlet.shared());

  @Test
  void listsWhereOneIsSignedInWithDeviceAndLastUse() {
    String other = token(login(someone.email(), People.PASSWORD));

    JsonNode sessions = Tenant.json(api.get("/api/me/sessions", other)).get("items");

    assertThat(sessions).hasSize(2);
    JsonNode current = sessions.get(0);
    assertThat(current.get("isCurrent").asBoolean()).isTrue();
    assertThat(current.get("device").asText()).startsWith("Java-http-client");
    assertThat(current.get("sourceAddress").asText()).isEqualTo("127.0.0.1");
    assertThat(current.get("lastUsedAt").asText()).isNotEmpty();
    assertThat(sessions.get(1).get("device").asText()).isEqualTo("A browser");
  }

  @Test
  void signsOutInOnePlaceAtOnce() {
    String other = token(login(someone.email(), People.PASSWORD));

    assertThat(api.delete("/api/me/sessions/" + someone.session(), other).statusCode())
        .isEqualTo(204);

    assertThat(api.get("/api/me", someone.token()).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/me", other).statusCode()).isEqualTo(200);
    assertThat(api.delete("/api/me/sessions/" + someone.session(), other).statusCode())
        .isEqualTo(404);
  }

  @Test
  void cannotSignOutSomebodyElse() {
    Someone other = People.someone(TestInlet.shared());

    assertThat(api.delete("/api/me/sessions/" + other.session(), someone.token()).statusCode())
        .isEqualTo(404);
    assertThat(api.get("/api/me", other.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void signsOutEverywhereAtOnce() {
    String other = token(login(someone.email(), People.PASSWORD));

    api.delete("/api/me/sessions", other);

    assertThat(api.get("/api/me", other).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/me", someone.token()).statusCode()).isEqualTo(401);
  }

  @Test
  void changesThePasswordAndEndsEveryOtherSession() {
    String other = token(login(someone.email(), People.PASSWORD));
    ObjectNode request =
        body().put("currentPassword", "not the password").put("newPassword", NEW_PASSWORD);

    assertThat(api.put("/api/me/password", someone.token(), request).statusCode()).isEqualTo(400);
    request.put("currentPassword", People.PASSWORD);
    assertThat(api.put("/api/me/password", someone.token(), request).statusCode()).isEqualTo(204);

    assertThat(api.get("/api/me", other).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/me", someone.token()).statusCode()).isEqualTo(200);
    assertThat(login(someone.email(), People.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(login(someone.email(), NEW_PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void changesTheAddressAtOnceButToNobodyElses() {
    Someone other = People.someone(TestInlet.shared());
    String address = "New-" + UUID.randomUUID() + "@example.org";
    ObjectNode request = body().put("email", other.email()).put("password", People.PASSWORD);

    assertThat(api.put("/api/me/email", someone.token(), request).statusCode()).isEqualTo(400);
    request.put("email", address);
    HttpResponse<String> answer = api.put("/api/me/email", someone.token(), request);

    assertThat(Tenant.json(answer).get("isChanged").asBoolean()).isTrue();
    assertThat(login(address, People.PASSWORD).statusCode()).isEqualTo(200);
    assertThat(login(someone.email(), People.PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void slowsDownWhoeverGuessesThePasswordOfAnOpenSession() {
    int status = 400;
    for (int i = 0; i < 8 && status == 400; i++) {
      status =
          api.put(
                  "/api/me/email",
                  someone.token(),
                  body().put("email", "a@example.org").put("password", "guess " + i))
              .statusCode();
    }

    assertThat(status).isEqualTo(429);
  }

  @Test
  void foundsAnotherOrganizationAndSwitchesBetweenThem() {
    String id =
        Tenant.json(
                api.post(
                    "/api/me/memberships/found",
                    someone.token(),
                    body().put("organizationName", "Second")))
            .get("organizationId")
            .asText();

    assertThat(api.get("/api/organizations/" + id, someone.token()).statusCode()).isEqualTo(200);
    assertThat(Tenant.json(api.get("/api/me", someone.token())).get("memberships")).hasSize(1);
  }

  private HttpResponse<String> login(String email, String password) {
    return api.post("/api/auth/login", "", body().put("email", email).put("password", password));
  }

  private static String token(HttpResponse<String> answer) {
    return Tenant.json(answer).get("access_token").asText();
  }

  private static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }
}
