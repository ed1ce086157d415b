package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthApiTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final String COOKIE = "__Secure-inlet_refresh=";

  private final Tenant tenant = Tenant.in(INLET);

  @Test
  void showsWhoIsSignedInAndWhereTheyBelong() {
    JsonNode me = Tenant.json(tenant.call("GET", "/api/me", null));

    assertThat(me.get("email").asText()).isEqualTo(tenant.email());
    assertThat(me.at("/memberships/0/organizationSlug").asText()).isEqualTo(tenant.slug());
    assertThat(me.at("/memberships/0/role").asText()).isEqualTo("OWNER");
    assertThat(me.get("memberships")).hasSize(1);
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownUserAlike() {
    HttpResponse<String> wrongPassword = login(tenant.email(), "not the password");
    HttpResponse<String> unknown = login("nobody@example.org", "not the password");

    assertThat(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrongPassword.body());
  }

  @Test
  void keepsTheRefreshTokenInACookieThatScriptsCannotRead() {
    String cookie =
        login(tenant.email(), Tenant.PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie.toLowerCase(Locale.ROOT))
        .contains("httponly", "secure", "samesite=strict", "path=/api/auth");
  }

  @Test
  void rotatesTheRefreshToken() {
    String first = cookie(login(tenant.email(), Tenant.PASSWORD));

    HttpResponse<String> refreshed = auth("refresh", first);

    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(cookie(refreshed)).isNotEqualTo(first);
    assertThat(auth("refresh", cookie(refreshed)).statusCode()).isEqualTo(200);
  }

  @Test
  void letsTwoTabsRefreshAtTheSameTimeWithoutGivingTheSecondAnOldCookie() {
    String first = cookie(login(tenant.email(), Tenant.PASSWORD));
    HttpResponse<String> oneTab = auth("refresh", first);

    HttpResponse<String> otherTab = auth("refresh", first);

    assertThat(otherTab.statusCode()).isEqualTo(200);
    assertThat(otherTab.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(auth("refresh", cookie(oneTab)).statusCode()).isEqualTo(200);
  }

  @Test
  void endsTheSessionWhenAnOldRefreshTokenTurnsUp() {
    String first = cookie(login(tenant.email(), Tenant.PASSWORD));
    String second = cookie(auth("refresh", first));
    String third = cookie(auth("refresh", second));

    HttpResponse<String> stolen = auth("refresh", first);

    assertThat(stolen.statusCode()).isEqualTo(401);
    assertThat(auth("refresh", third).statusCode()).isEqualTo(401);
  }

  @Test
  void signsOutAtOnce() {
    HttpResponse<String> login = login(tenant.email(), Tenant.PASSWORD);
    String token = Tenant.json(login).get("access_token").asText();

    auth("logout", cookie(login));

    assertThat(me(token).statusCode()).isEqualTo(401);
    assertThat(auth("refresh", cookie(login)).statusCode()).isEqualTo(401);
  }

  @Test
  void signsOutWithTheCookieThatAnotherTabHasJustReplaced() {
    HttpResponse<String> login = login(tenant.email(), Tenant.PASSWORD);
    String next = cookie(auth("refresh", cookie(login)));

    auth("logout", cookie(login));

    assertThat(auth("refresh", next).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesRequestsWithoutAGoodToken() {
    assertThat(me("").statusCode()).isEqualTo(401);
    assertThat(me("nonsense").statusCode()).isEqualTo(401);
    assertThat(me(tenant.token().substring(0, tenant.token().length() - 2) + "xx").statusCode())
        .isEqualTo(401);
    assertThat(me("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.").statusCode()).isEqualTo(401);
  }

  @Test
  void hidesOrganizationsThatACallerDoesNotBelongTo() {
    Tenant other = Tenant.in(INLET);

    for (String path : new String[] {"", "/connection", "/webhooks", "/actions", "/deliveries"}) {
      assertThat(
              tenant
                  .call("GET", "/api/organizations/" + other.organization() + path, null)
                  .statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(tenant.call("GET", "/api/organizations/not-an-id/webhooks", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesABodyItCannotReadWithoutNamingItsOwnClasses() {
    for (String body :
        new String[] {"", "{", "[]", "{\"email\":7,\"password\":[]}", "{\"unknown\":1}", "null"}) {
      HttpResponse<String> answer =
          Tenant.send(
              HttpRequest.newBuilder(INLET.url().resolve("/api/auth/login"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body)));

      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body())
          .doesNotContain("dev.inlet")
          .doesNotContain("java.")
          .doesNotContain("Exception");
    }
  }

  private static HttpResponse<String> login(String email, String password) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve("/api/auth/login"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    Tenant.JSON
                        .valueToTree(Map.of("email", email, "password", password))
                        .toString())));
  }

  private static HttpResponse<String> auth(String operation, String cookie) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve("/api/auth/" + operation))
            .header("Cookie", COOKIE + cookie)
            .POST(BodyPublishers.noBody()));
  }

  private static HttpResponse<String> me(String token) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve("/api/me"))
            .header("Authorization", "Bearer " + token));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(COOKIE))
        .map(header -> header.substring(COOKIE.length(), header.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
