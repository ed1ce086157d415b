package dev.inlet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.identity.Founding;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.tenancy.OrganizationId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** An organization with its owner signed in, as a customer would use Inlet: over HTTP. */
public final class Tenant {

  public static final ObjectMapper JSON = new ObjectMapper();
  public static final String PASSWORD = "correct horse battery";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final TestInlet inlet;
  private final OrganizationId organization;
  private final String slug;
  private final String email;
  private final String token;

  private Tenant(
      TestInlet inlet, OrganizationId organization, String slug, String email, String token) {
    this.inlet = inlet;
    this.organization = organization;
    this.slug = slug;
    this.email = email;
    this.token = token;
  }

  /** A new organization, not connected to anything. */
  public static Tenant in(TestInlet inlet) {
    String slug = "org-" + UUID.randomUUID().toString().substring(0, 13);
    String email = slug + "@example.org";
    OrganizationId id =
        inlet
            .bean(Founding.class)
            .found("Org " + slug, new Slug(slug), new Founding.Owner("Olive", email, PASSWORD));
    return new Tenant(inlet, id, slug, email, signIn(inlet, email));
  }

  /** A new organization, connected to a simulated iMIS. */
  public static Tenant connected(TestInlet inlet, Simulator simulator) {
    return in(inlet).connect(simulator.baseUrl().toString());
  }

  public Tenant connect(String baseUrl) {
    HttpResponse<String> answer = put("/connection", connection(baseUrl));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return this;
  }

  /** A request for the connection to a simulator. */
  public static ObjectNode connection(String baseUrl) {
    return JSON.createObjectNode()
        .put("edition", "EMS")
        .put("baseUrl", baseUrl)
        .put("username", "demo")
        .put("password", "demo&100%=ok")
        .put("timeZone", "America/New_York");
  }

  /** The same one with its owner signed in anew: a session does not outlive an advanced clock. */
  public Tenant signedInAgain() {
    return new Tenant(inlet, organization, slug, email, signIn(inlet, email));
  }

  public OrganizationId organization() {
    return organization;
  }

  public String slug() {
    return slug;
  }

  public String email() {
    return email;
  }

  public String token() {
    return token;
  }

  /** Creates a webhook and gives its answer, URL included. */
  public JsonNode createWebhook(Object definition) {
    HttpResponse<String> answer = post("/webhooks", definition);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  /** Pauses a webhook or resumes it, and gives its answer. */
  public JsonNode setPaused(JsonNode webhook, boolean isPaused) {
    HttpResponse<String> answer =
        put(
            "/webhooks/" + webhook.get("id").asText() + "/paused",
            JSON.createObjectNode().put("isPaused", isPaused));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  /** The path of an open URL, to be called on whatever port Inlet has here. */
  public String hookPath(JsonNode webhook) {
    return URI.create(webhook.get("url").asText()).getPath();
  }

  public HttpResponse<String> deliver(JsonNode webhook, String body) {
    return send(
        HttpRequest.newBuilder(inlet.url().resolve(hookPath(webhook)))
            .POST(BodyPublishers.ofString(body)));
  }

  /** Delivers with an idempotency key. */
  public HttpResponse<String> deliver(JsonNode webhook, String body, String key) {
    return send(
        HttpRequest.newBuilder(inlet.url().resolve(hookPath(webhook)))
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> deliver(JsonNode webhook, byte[] body) {
    return send(
        HttpRequest.newBuilder(inlet.url().resolve(hookPath(webhook)))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** The delivery as the API shows it. */
  public JsonNode delivery(HttpResponse<String> answer) {
    String id = answer.headers().firstValue("X-Delivery-Id").orElseThrow();
    JsonNode delivery = json(get("/deliveries/" + id));
    assertThat(delivery.get("answer")).as("what the log says was answered").isEqualTo(json(answer));
    return delivery;
  }

  public HttpResponse<String> get(String path) {
    return api("GET", path, null);
  }

  public HttpResponse<String> post(String path, @Nullable Object body) {
    return api("POST", path, body);
  }

  public HttpResponse<String> put(String path, Object body) {
    return api("PUT", path, body);
  }

  public HttpResponse<String> delete(String path) {
    return api("DELETE", path, null);
  }

  /** Calls the management API of this organization. */
  public HttpResponse<String> api(String method, String path, @Nullable Object body) {
    return call(method, "/api/organizations/" + organization + path, body);
  }

  /** Calls Inlet as this tenant's owner. */
  public HttpResponse<String> call(String method, String path, @Nullable Object body) {
    String text = body == null ? "" : body instanceof String string ? string : string(body);
    return send(
        HttpRequest.newBuilder(inlet.url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text)));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), Tenant::read);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A stream of events has no end to wait for. */
  private static BodySubscriber<String> read(ResponseInfo answer) {
    boolean isStream =
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    return isStream ? new Leaving() : BodyHandlers.ofString().apply(answer);
  }

  /** Goes away as soon as it is there. */
  private static final class Leaving implements BodySubscriber<String> {

    private final CompletableFuture<String> body = new CompletableFuture<>();

    @Override
    public CompletionStage<String> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      CompletableFuture<Void> _ = body.thenRunAsync(subscription::cancel);
      body.complete("");
    }

    @Override
    public void onNext(List<ByteBuffer> events) {}

    @Override
    public void onError(Throwable problem) {}

    @Override
    public void onComplete() {}
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }

  private static String string(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All tests come from one address, which would be slowed down after some dozens of tenants. */
  private static String signIn(TestInlet inlet, String email) {
    Sql.execute(inlet, "DELETE FROM throttles WHERE subject LIKE '%FROM_ADDRESS:%'");
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(inlet.url().resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD))));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return json(answer).get("access_token").asText();
  }
}
