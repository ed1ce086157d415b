package dev.inlet.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.Operators;
import dev.inlet.identity.credentials.Totp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of the support staff, signed in as they would be: by the link that an operator made. */
public final class SupportPerson {

  private static final String PASSWORD = "seven purple tractors";

  private final TestInlet inlet;
  private final String email;
  private final String token;

  private SupportPerson(TestInlet inlet, String email, String token) {
    this.inlet = inlet;
    this.email = email;
    this.token = token;
  }

  /** With a second factor, without which nobody supports anybody. */
  public static SupportPerson in(TestInlet inlet) {
    SupportPerson person = withoutSecondFactor(inlet);
    String secret =
        Tenant.json(person.post("/api/me/second-factor", body().put("password", PASSWORD)))
            .get("secret")
            .asText();
    require(
        200,
        person.post(
            "/api/me/second-factor/confirm", body().put("code", Totp.code(secret, Instant.now()))));
    return person;
  }

  public static SupportPerson withoutSecondFactor(TestInlet inlet) {
    String email = "support-" + UUID.randomUUID() + "@inlet.example";
    String link = inlet.bean(Operators.class).createSupportUser(email, "Sam");
    String device = setPassword(inlet, URI.create(link).getFragment());
    return new SupportPerson(inlet, email, signIn(inlet, email, device));
  }

  public String email() {
    return email;
  }

  public HttpResponse<String> get(String path) {
    return call("GET", path, null);
  }

  public HttpResponse<String> post(String path, ObjectNode body) {
    return call("POST", path, body);
  }

  public HttpResponse<String> call(String method, String path, @Nullable ObjectNode body) {
    return Tenant.send(
        request(inlet, path)
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
  }

  /** The cookie that makes this a device that is known, which is never slowed down with others. */
  private static String setPassword(TestInlet inlet, String secret) {
    ObjectNode body = body().put("token", secret).put("password", PASSWORD);
    HttpResponse<String> answer =
        Tenant.send(
            request(inlet, "/api/auth/set-password")
                .POST(BodyPublishers.ofString(body.toString())));
    require(204, answer);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static String signIn(TestInlet inlet, String email, String device) {
    ObjectNode body = body().put("email", email).put("password", PASSWORD);
    HttpResponse<String> answer =
        Tenant.send(
            request(inlet, "/api/auth/login")
                .header("Cookie", device)
                .POST(BodyPublishers.ofString(body.toString())));
    require(200, answer);
    return Tenant.json(answer).get("access_token").asText();
  }

  private static HttpRequest.Builder request(TestInlet inlet, String path) {
    return HttpRequest.newBuilder(inlet.url().resolve(path))
        .header("Content-Type", "application/json");
  }

  private static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }

  private static void require(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}
