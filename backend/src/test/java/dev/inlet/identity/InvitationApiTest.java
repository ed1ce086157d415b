package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationApiTest {

  private final Api api = new Api(TestInlet.shared());
  private final Tenant tenant = Tenant.in(TestInlet.shared());
  private final String email = UUID.randomUUID() + "@example.org";

  @Test
  void isAcceptedByItsLinkAndMakesAnAccount() {
    JsonNode invitation = invite(email, Role.EDITOR);
    JsonNode offer = Tenant.json(show(token(invitation)));
    assertThat(offer.get("email").asText()).isEqualTo(email);
    assertThat(offer.get("role").asText()).isEqualTo("EDITOR");
    assertThat(offer.get("hasAccount").asBoolean()).isFalse();

    HttpResponse<String> accepted = accept(token(invitation));

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    String access = Tenant.json(accepted).get("access_token").asText();
    JsonNode me = Tenant.json(api.get("/api/me", access));
    assertThat(me.get("email").asText()).isEqualTo(email);
    assertThat(me.at("/memberships/0/role").asText()).isEqualTo("EDITOR");
    assertThat(accept(token(invitation)).statusCode()).as("a second time").isEqualTo(410);
    assertThat(Tenant.json(tenant.get("/invitations")).get("items")).isEmpty();
  }

  @Test
  void isAcceptedByWhomItIsForAndNobodyElse() {
    Someone invited = People.someone(TestInlet.shared());
    Someone other = People.someone(TestInlet.shared());
    String token = token(invite(invited.email(), Role.VIEWER));
    ObjectNode request = body().put("token", token);

    assertThat(Tenant.json(show(token)).get("hasAccount").asBoolean()).isTrue();
    assertThat(accept(token).statusCode()).as("as a new user").isEqualTo(409);
    assertThat(api.post("/api/me/memberships/accept", other.token(), request).statusCode())
        .isEqualTo(409);
    assertThat(api.post("/api/me/memberships/accept", invited.token(), request).statusCode())
        .isEqualTo(204);
    assertThat(api.get("/api/organizations/" + tenant.organization(), invited.token()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsItsLinkWhenItIsSentAgainAndListed() {
    JsonNode invitation = invite(email, Role.VIEWER);
    String id = invitation.get("id").asText();

    JsonNode resent = Tenant.json(tenant.post("/invitations/" + id + "/resend", null));
    JsonNode listed = Tenant.json(tenant.get("/invitations")).at("/items/0");

    assertThat(resent.get("url")).isEqualTo(invitation.get("url"));
    assertThat(listed.get("url")).isEqualTo(invitation.get("url"));
    assertThat(listed.get("isMailed").asBoolean()).isFalse();
  }

  @Test
  void isWorthNothingOnceItIsRevoked() {
    JsonNode invitation = invite(email, Role.VIEWER);

    tenant.delete("/invitations/" + invitation.get("id").asText());

    assertThat(show(token(invitation)).statusCode()).isEqualTo(410);
    assertThat(accept(token(invitation)).statusCode()).isEqualTo(410);
    assertThat(tenant.post("/invitations", request(email, Role.VIEWER)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void isWorthNothingOnceItIsTooOldUntilItIsSentAgain() throws SQLException {
    JsonNode invitation = invite(email, Role.VIEWER);
    expireAll();

    assertThat(accept(token(invitation)).statusCode()).isEqualTo(410);

    tenant.post("/invitations/" + invitation.get("id").asText() + "/resend", null);
    assertThat(accept(token(invitation)).statusCode()).isEqualTo(201);
  }

  @Test
  void refusesWhoIsInvitedOrBelongsAlready() {
    invite(email, Role.VIEWER);

    assertThat(tenant.post("/invitations", request(email, Role.ADMIN)).statusCode()).isEqualTo(400);
    assertThat(tenant.post("/invitations", request(tenant.email(), Role.VIEWER)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void givesNoRoleAboveTheInvitersOwn() {
    Someone admin = People.member(TestInlet.shared(), tenant.organization(), Role.ADMIN);
    String path = "/api/organizations/" + tenant.organization() + "/invitations";

    assertThat(api.post(path, admin.token(), request(email, Role.OWNER)).statusCode())
        .isEqualTo(403);
    assertThat(api.post(path, admin.token(), request(email, Role.ADMIN)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void showsNobodyALinkToARoleAboveTheirOwn() {
    Someone admin = People.member(TestInlet.shared(), tenant.organization(), Role.ADMIN);
    String path = "/api/organizations/" + tenant.organization() + "/invitations";
    String id = invite(email, Role.OWNER).get("id").asText();

    assertThat(Tenant.json(api.get(path, admin.token())).at("/items/0/url").isNull()).isTrue();
    assertThat(api.post(path + "/" + id + "/resend", admin.token(), null).statusCode())
        .isEqualTo(403);
    assertThat(api.delete(path + "/" + id, admin.token()).statusCode()).isEqualTo(403);
    assertThat(Tenant.json(tenant.get("/invitations")).at("/items/0/url").isNull()).isFalse();
  }

  @Test
  void endsWithTheRoleOfWhoeverInvited() {
    Someone admin = People.member(TestInlet.shared(), tenant.organization(), Role.ADMIN);
    String path = "/api/organizations/" + tenant.organization();
    JsonNode invitation =
        Tenant.json(api.post(path + "/invitations", admin.token(), request(email, Role.ADMIN)));

    tenant.delete("/members/" + admin.id());

    assertThat(accept(token(invitation)).statusCode()).isEqualTo(410);
  }

  @Test
  void isNotSentToOneAddressAgainAndAgain() {
    int status = 201;
    for (int i = 0; i < 10 && status == 201; i++) {
      HttpResponse<String> answer = tenant.post("/invitations", request(email, Role.VIEWER));
      status = answer.statusCode();
      if (status == 201) {
        tenant.delete("/invitations/" + Tenant.json(answer).get("id").asText());
      }
    }

    assertThat(status).isEqualTo(429);
  }

  @Test
  void isNotOpenedByAnotherSecret() {
    String token = token(invite(email, Role.VIEWER));
    String forged = token.substring(0, token.length() - 6) + "AAAAAA";

    assertThat(show(forged).statusCode()).isEqualTo(410);
    assertThat(show("x").statusCode()).isEqualTo(410);
    assertThat(show("").statusCode()).isEqualTo(400);
  }

  private void expireAll() throws SQLException {
    try (Connection connection = TestInlet.shared().database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)"
              .formatted(tenant.organization()));
      statement.execute("UPDATE invitations SET expires_at = now() - interval '1 second'");
    }
  }

  private JsonNode invite(String address, Role role) {
    HttpResponse<String> answer = tenant.post("/invitations", request(address, role));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Tenant.json(answer);
  }

  private HttpResponse<String> show(String token) {
    return api.post("/api/auth/invitations/show", "", body().put("token", token));
  }

  private HttpResponse<String> accept(String token) {
    return api.post(
        "/api/auth/invitations/accept",
        "",
        body().put("token", token).put("name", "Ina").put("password", People.PASSWORD));
  }

  private static String token(JsonNode invitation) {
    String url = invitation.get("url").asText();
    assertThat(url).startsWith("http://inlet.example/invitation#");
    return url.substring(url.indexOf('#') + 1);
  }

  private static ObjectNode request(String address, Role role) {
    return body().put("email", address).put("role", role.toString());
  }

  private static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }
}
