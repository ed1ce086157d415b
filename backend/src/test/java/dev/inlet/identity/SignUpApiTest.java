package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpApiTest {

  // One of its own that believes who forwards: many sign up here, each from an address of their
  // own.
  private static final TestInlet INLET =
      TestInlet.start(Map.of("inlet.trusted-proxies", "127.0.0.0/8,::1/128"));

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Api api = new Api(INLET);

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @Test
  void foundsAnOrganizationWhoseOwnerIsSignedInAtOnce() {
    HttpResponse<String> answer = signUp(request("Northwind Association"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode me = me(answer);
    assertThat(me.at("/memberships/0/organizationName").asText())
        .isEqualTo("Northwind Association");
    assertThat(me.at("/memberships/0/role").asText()).isEqualTo("OWNER");
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(2);
  }

  @Test
  void derivesTheSlugFromTheNameAndNumbersItWhereItIsTaken() {
    String name = "Vereinigung für Öl & Gas " + UUID.randomUUID().toString().substring(0, 6);

    String first = me(signUp(request(name))).at("/memberships/0/organizationSlug").asText();
    String second = me(signUp(request(name))).at("/memberships/0/organizationSlug").asText();

    assertThat(first).startsWith("vereinigung-fur-ol-gas-");
    assertThat(second).isEqualTo(first + "-2");
  }

  @Test
  void takesTheSlugThatWasChosen() {
    String slug = "s-" + UUID.randomUUID();

    JsonNode me = me(signUp(request("Chosen").put("organizationSlug", slug)));

    assertThat(me.at("/memberships/0/organizationSlug").asText()).isEqualTo(slug);
    assertThat(pointer(signUp(request("Chosen").put("organizationSlug", slug))))
        .isEqualTo("/organizationSlug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "api", "support", "Upper", "-a", "a-", "a b", "ä", "a.b"})
  void refusesSlugsThatNobodyMayHave(String slug) {
    HttpResponse<String> answer = signUp(request("Any").put("organizationSlug", slug));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(pointer(answer)).isEqualTo("/organizationSlug");
  }

  @Test
  void neverDerivesAReservedSlug() {
    assertThat(me(signUp(request("Support"))).at("/memberships/0/organizationSlug").asText())
        .matches("support-\\d+");
  }

  @Test
  void refusesAnAddressThatHasAnAccountAndKeepsNothing() {
    ObjectNode request = request("First");
    signUp(request);
    String slug = "kept-" + UUID.randomUUID();

    HttpResponse<String> second =
        signUp(
            request
                .put("email", request.get("email").asText().toUpperCase(Locale.ROOT))
                .put("organizationSlug", slug));

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(signUp(request("Other").put("organizationSlug", slug)).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "organizationName,''",
    "organizationName,'two\nlines'",
    "organizationName,'right\u202Eto left'",
    "name,' '",
    "name,'a\rb'",
    "email,''",
    "email,nobody",
    "email,a\u202Eb@example.org",
    "email,'\"Your account is locked\"@evil.example'",
    "email,пример@example.org",
    "email,'a@b.example\nBcc: c@d.example'",
    "password,elevenchars"
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    HttpResponse<String> answer = signUp(request("Any").put(field, value));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(pointer(answer)).isEqualTo("/" + field);
    assertThat(answer.body()).doesNotContain("elevenchars");
  }

  @Test
  void judgesAnAddressOfAnyLengthWithoutFailing() {
    String address = "a@" + "b".repeat(100_000) + ".example";

    assertThat(signUp(request("Any").put("email", address)).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAPasswordThatIsMadeOfWhatIsKnownOfItsOwner() {
    ObjectNode request =
        request("Contoso Institute").put("email", "henrietta.miller@contoso.example");

    assertThat(pointer(signUp(request.put("password", "henrietta.miller")))).isEqualTo("/password");
    assertThat(pointer(signUp(request.put("password", "contoso institute"))))
        .isEqualTo("/password");
  }

  @Test
  void slowsDownWhoeverSignsUpAgainAndAgain() {
    String address = address();
    int status = 201;
    for (int i = 0; i < 25 && status == 201; i++) {
      status = signUp(request("Many"), address).statusCode();
    }

    assertThat(status).isEqualTo(429);
    assertThat(signUp(request("Other"), address()).statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> signUp(ObjectNode request) {
    return signUp(request, address());
  }

  private HttpResponse<String> signUp(ObjectNode request, String address) {
    return Tenant.send(
        api.request("POST", "/api/auth/sign-up", "", request).header("X-Forwarded-For", address));
  }

  private static String address() {
    return "203.0.%d.%d".formatted(COUNT.incrementAndGet() / 250, COUNT.get() % 250);
  }

  private JsonNode me(HttpResponse<String> signedUp) {
    String token = Tenant.json(signedUp).get("access_token").asText();
    return Tenant.json(api.get("/api/me", token));
  }

  private static String pointer(HttpResponse<String> answer) {
    return Tenant.json(answer).at("/errors/0/pointer").asText();
  }

  private static ObjectNode request(String organizationName) {
    return Tenant.JSON
        .createObjectNode()
        .put("organizationName", organizationName)
        .put("name", "Olive Owner")
        .put("email", UUID.randomUUID() + "@example.org")
        .put("password", People.PASSWORD);
  }
}
