package dev.inlet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.identity.Operators;
import dev.inlet.identity.credentials.Totp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Somebody who is signed in and calls the management API. */
public final class Caller {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI inlet;
  private final String token;

  private Caller(URI inlet, String token) {
    this.inlet = inlet;
    this.token = token;
  }

  public static Caller signIn(URI inlet, String email, String password)
      throws IOException, InterruptedException {
    JsonNode answer =
        JSON.readTree(
            post(inlet, "/api/auth/login", "", Map.of("email", email, "password", password))
                .body());
    return new Caller(inlet, answer.get("access_token").asText());
  }

  /** Somebody new with an organization of their own, which is called as its slug is. */
  public static Caller signUp(URI inlet, String slug, String email, String password)
      throws IOException, InterruptedException {
    JsonNode answer =
        JSON.readTree(
            post(
                    inlet,
                    "/api/auth/sign-up",
                    "",
                    Map.of(
                        "organizationName", slug,
                        "organizationSlug", slug,
                        "name", "Olive",
                        "email", email,
                        "password", password))
                .body());
    return new Caller(inlet, answer.get("access_token").asText());
  }

  /** Somebody new of the support staff, with a second factor. */
  public static Caller support(Node node) throws IOException, InterruptedException {
    String email = "support-" + UUID.randomUUID() + "@inlet.example";
    String password = UUID.randomUUID().toString();
    String link = node.bean(Operators.class).createSupportUser(email, "Support");
    String secret = URI.create(link).getFragment();
    post(node.url(), "/api/auth/set-password", "", Map.of("token", secret, "password", password));
    Caller person = signIn(node.url(), email, password);
    JsonNode factor =
        JSON.readTree(
            post(node.url(), "/api/me/second-factor", person.token, Map.of("password", password))
                .body());
    post(
        node.url(),
        "/api/me/second-factor/confirm",
        person.token,
        Map.of("code", Totp.code(factor.get("secret").asText(), Instant.now())));
    return person;
  }

  /** What Inlet itself gave up, as it does after some seconds. */
  public static final class GivenUpException extends IOException {
    private static final long serialVersionUID = 1;

    GivenUpException(String message) {
      super(message);
    }
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = HTTP.send(request(path), BodyHandlers.ofByteArray());
    if (answer.statusCode() == 422) {
      throw new GivenUpException(path);
    }
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s answered %d %s"
              .formatted(
                  path, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return JSON.readTree(answer.body());
  }

  public InputStream stream(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = HTTP.send(request(path), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(path, answer.statusCode()));
    }
    return answer.body();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(inlet.resolve(path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return JSON.readTree(send(inlet, "POST", path, token, body).body());
  }

  public JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return JSON.readTree(send(inlet, "PUT", path, token, body).body());
  }

  private static HttpResponse<byte[]> post(URI inlet, String path, String token, Object body)
      throws IOException, InterruptedException {
    return send(inlet, "POST", path, token, body);
  }

  private static HttpResponse<byte[]> send(
      URI inlet, String method, String path, String token, Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inlet.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          "%s answered %d %s"
              .formatted(
                  path, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return answer;
  }
}
