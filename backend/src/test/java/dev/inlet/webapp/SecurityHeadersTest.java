package dev.inlet.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.RawHttp;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/sign-in",
        "/sign-up",
        "/forgot-password",
        "/set-password",
        "/confirm-email",
        "/invitation",
        "/api-reference",
        "/account",
        "/account/sessions/of-mine",
        "/o",
        "/o/demo/webhooks/1",
        "/support",
        "/support/organizations/1"
      })
  void aPageOfTheAppIsItsDocument(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("<div id=\"root\">", "name=\"csp-nonce\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void theDocumentRunsItsOwnFilesAndStylesWithItsNonceAlone() {
    HttpResponse<String> answer = get("/sign-in");

    assertThat(header(answer, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; style-src-attr 'unsafe-inline'; "
                    .formatted(nonce(answer))
                + "connect-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'");
  }

  @Test
  void theDocumentHasAnotherNonceEachTime() {
    List<String> nonces =
        List.of(nonce(get("/sign-in")), nonce(get("/sign-in")), nonce(get("/o/demo")));

    assertThat(nonces).doesNotHaveDuplicates().allMatch(nonce -> nonce.length() == 24);
  }

  @Test
  void theDocumentHoldsNoScriptOrStyleOfItsOwn() {
    assertThat(get("/").body())
        .doesNotContain("__CSP_NONCE__")
        .doesNotContain("<style")
        .doesNotContainPattern("<script(?![^>]* src=\"/assets/)")
        .doesNotContainPattern("\\son\\w+=");
  }

  @Test
  void whatIsNoDocumentMayLoadNothing() {
    for (HttpResponse<String> answer : othersThanDocuments()) {
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .as(answer.request().toString())
          .containsExactly(NOTHING);
    }
  }

  @Test
  void everyAnswerTellsBrowsersWhatNotToDo() {
    for (HttpResponse<String> answer : everything()) {
      assertThat(answer.headers().map())
          .as(answer.request().toString())
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
          .containsEntry("cross-origin-resource-policy", List.of("same-origin"));
      assertThat(header(answer, "Permissions-Policy"))
          .contains("camera=()", "microphone=()", "geolocation=()", "payment=()", "usb=()");
    }
  }

  @Test
  void noAnswerNamesTheSoftware() {
    for (HttpResponse<String> answer : everything()) {
      assertThat(answer.headers().map().keySet())
          .as(answer.request().toString())
          .doesNotContain("server", "via", "x-powered-by");
    }
  }

  @Test
  void nothingOfTheApiIsKept() {
    assertThat(header(get("/api/me"), "Cache-Control")).isEqualTo("no-store");
    assertThat(header(get("/api/nothing"), "Cache-Control")).isEqualTo("no-store");
    assertThat(header(Tenant.in(INLET).call("GET", "/api/me", null), "Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void filesWithAFingerprintAreKept() {
    HttpResponse<String> answer = get(script());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).contains("javascript");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
  }

  @Test
  void browsersAreHeldToHttpsWhereTheWorldReachesInletSo() {
    TestInlet https = TestInlet.start(Map.of("inlet.public-url", "https://inlet.example"));
    try {
      for (String path : new String[] {"/", "/api/me", "/nothing", "/hooks/a/b"}) {
        HttpResponse<String> answer =
            Tenant.send(HttpRequest.newBuilder(https.url().resolve(path)));

        assertThat(header(answer, "Strict-Transport-Security"))
            .isEqualTo("max-age=31536000; includeSubDomains");
      }
    } finally {
      https.close();
    }
  }

  @Test
  void browsersAreNotHeldToHttpsWhereThereIsNone() {
    assertThat(get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aRequestThatIsNoneIsAnsweredWithoutADocument() throws IOException {
    RawHttp.Answer answer =
        RawHttp.exchange(
            INLET.port(),
            out ->
                out.write(
                    "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.body()).doesNotContainIgnoringCase("micronaut").doesNotContain("Exception");
  }

  private static List<HttpResponse<String>> everything() {
    return List.of(
        get("/"),
        get("/o/demo"),
        get(script()),
        get("/favicon.svg"),
        get("/nothing"),
        get("/api/me"),
        get("/api/nothing"),
        post("/api/me"),
        post("/hooks/no/such"),
        get("/hooks/no/such"),
        post("/api/auth/login"),
        post("/sign-in"),
        get("/health"));
  }

  private static List<HttpResponse<String>> othersThanDocuments() {
    return everything().stream()
        .filter(answer -> !header(answer, "Content-Type").startsWith("text/html"))
        .toList();
  }

  private static String script() {
    return group("src=\"(/assets/[^\"]+)\"", get("/").body());
  }

  private static String nonce(HttpResponse<String> answer) {
    return group("<meta name=\"csp-nonce\" content=\"([^\"]+)\"", answer.body());
  }

  private static String group(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Objects.requireNonNull(matcher.group(1));
  }

  private static HttpResponse<String> get(String path) {
    return Tenant.send(HttpRequest.newBuilder(INLET.url().resolve(path)));
  }

  private static HttpResponse<String> post(String path) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
