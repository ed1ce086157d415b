package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class TokenApiTest extends SimulatorTestBase {
  @Test
  void issuesATokenForThePasswordGrant() {
    HttpResponse<String> response = requestToken(CREDENTIALS);

    JsonNode token = json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(token.fieldNames())
        .toIterable()
        .containsExactly(
            "access_token", "token_type", "expires_in", "userName", ".issued", ".expires");
    assertThat(token.path("token_type").asText()).isEqualTo("bearer");
    assertThat(token.path("expires_in").isInt()).isTrue();
    assertThat(date(token, ".issued").plusSeconds(1200)).isEqualTo(date(token, ".expires"));
  }

  @Test
  void takesParameterNamesInAnyCase() {
    String form = "Grant_Type=password&USERNAME=demo&Password=demo%26100%25%3Dok";

    assertThat(requestToken(form).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAPasswordThatWasNotEncoded() {
    String form = "grant_type=password&username=demo&password=demo&100%=ok";

    assertInvalidGrant(requestToken(form));
  }

  @Test
  void refusesAWrongPasswordWith400() {
    HttpResponse<String> response =
        requestToken("grant_type=password&username=demo&password=wrong");

    assertInvalidGrant(response);
    assertThat(json(response).path("error_description").asText())
        .isEqualTo("The user name or password is incorrect.");
  }

  @Test
  void refusesOtherGrantsAndBodiesThatAreNotForms() {
    HttpResponse<String> otherGrant = requestToken("grant_type=client_credentials");
    HttpResponse<String> otherBody =
        send(
            request("/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CREDENTIALS)));

    assertThat(otherGrant.statusCode()).isEqualTo(400);
    assertThat(otherGrant.body()).isEqualTo("{\"error\":\"unsupported_grant_type\"}");
    assertThat(otherBody.body()).isEqualTo("{\"error\":\"unsupported_grant_type\"}");
  }

  @Test
  void refusesTheRightPasswordWhenToldSo() {
    SIMULATOR.set(
        s -> s.withCredentialsRefused(true).withBadCredentialsDescription("Password expired."));

    HttpResponse<String> response = requestToken(CREDENTIALS);

    assertInvalidGrant(response);
    assertThat(json(response).path("error_description").asText()).isEqualTo("Password expired.");
  }

  @Test
  void locksTheAccountAfterTooManyBadLogins() {
    SIMULATOR.set(s -> s.withBadLoginsBeforeLockOut(2));
    requestToken("grant_type=password&username=demo&password=1");
    requestToken("grant_type=password&username=demo&password=2");

    assertInvalidGrant(requestToken(CREDENTIALS));
  }

  @Test
  void leavesTheDatesOutWhenToldSo() {
    SIMULATOR.set(s -> s.withTokenDates(false));

    assertThat(json(requestToken(CREDENTIALS)).has(".issued")).isFalse();
  }

  @Test
  void rejectsATokenThatHasExpired() {
    SIMULATOR.set(s -> s.withTokenLife(Duration.ZERO));

    HttpResponse<String> response = get("/api/Party/101");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo("{\"Message\":\"Authorization has been denied for this request.\"}");
  }

  @Test
  void rejectsARequestWithoutAToken() {
    assertThat(send(request("/api/Party/101")).statusCode()).isEqualTo(401);
  }

  @Test
  void revokesEveryTokenAtOnceAndGivesNewOnes() {
    String revoked = token();
    SIMULATOR.revokeTokens();

    HttpResponse<String> response =
        send(request("/api/Party/101").header("Authorization", "Bearer " + revoked));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(requestToken(CREDENTIALS).statusCode()).isEqualTo(200);
  }

  @Test
  void forbidsTheApiToAUserWithoutTheRole() {
    SIMULATOR.set(s -> s.withRemoteServiceRole(false));

    assertThat(get("/api/Party/101").statusCode()).isEqualTo(403);
    assertThat(requestToken(CREDENTIALS).statusCode()).isEqualTo(200);
  }

  private static void assertInvalidGrant(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("error").asText()).isEqualTo("invalid_grant");
  }

  private static ZonedDateTime date(JsonNode token, String name) {
    return ZonedDateTime.parse(token.path(name).asText(), DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
