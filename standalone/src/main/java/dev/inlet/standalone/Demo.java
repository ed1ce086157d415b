package dev.inlet.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.Founding;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.organizations.Slug;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The demo organization with its connection and its webhook, made as a customer would: through the
 * API. Made once; whatever somebody changes of it stays.
 */
final class Demo {

  static final String EMAIL = "demo@inlet.example";
  static final String PASSWORD = "demo-password";
  static final String SLUG = "demo";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI inlet;
  private final URI simulator;
  private final HttpClient http = HttpClient.newHttpClient();

  Demo(URI inlet, URI simulator) {
    this.inlet = inlet;
    this.simulator = simulator;
  }

  /**
   * Makes the demo if it is not there, and finds its webhook's URL; empty if somebody changed the
   * sign-in or deleted it.
   */
  Optional<String> ensure(ApplicationContext context) throws IOException, InterruptedException {
    Slug slug = new Slug(SLUG);
    boolean isNew =
        context.getBean(OrganizationRepository.class).findIdAcrossOrganizations(slug).isEmpty();
    if (isNew) {
      context
          .getBean(Founding.class)
          .found("Demo Association", slug, new Founding.Owner("Dana Demo", EMAIL, PASSWORD));
    }
    Optional<String> token = signIn();
    if (token.isEmpty()) {
      return Optional.empty();
    }
    String organization = organization(token.get());
    if (isNew || simulatorMoved(token.get(), organization)) {
      connect(token.get(), organization);
    }
    if (isNew) {
      call(token.get(), "POST", organization + "/webhooks", resource("demo-webhook.json"));
    }
    return url(token.get(), organization);
  }

  private Optional<String> signIn() throws IOException, InterruptedException {
    ObjectNode request = JSON.createObjectNode().put("email", EMAIL).put("password", PASSWORD);
    HttpResponse<String> answer = send(null, "POST", "/api/auth/login", request);
    return answer.statusCode() == 200
        ? Optional.of(JSON.readTree(answer.body()).get("access_token").asText())
        : Optional.empty();
  }

  private String organization(String token) throws IOException, InterruptedException {
    for (JsonNode membership : call(token, "GET", "/api/me", null).get("memberships")) {
      if (membership.get("organizationSlug").asText().equals(SLUG)) {
        return "/api/organizations/" + membership.get("organizationId").asText();
      }
    }
    throw new StartException("The demo user does not belong to the demo organization any more.");
  }

  /**
   * A trial started on another port has its simulator elsewhere; a connection to a real iMIS is
   * left alone.
   */
  private boolean simulatorMoved(String token, String organization)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(token, "GET", organization + "/connection", null);
    String known = JSON.readTree(answer.body()).path("baseUrl").asText();
    return known.startsWith("http://localhost:") && !known.equals(simulator.toString());
  }

  private void connect(String token, String organization) throws IOException, InterruptedException {
    JsonNode connection = resource("demo-connection.json");
    ((ObjectNode) connection).put("baseUrl", simulator.toString());
    call(token, "PUT", organization + "/connection", connection);
  }

  private Optional<String> url(String token, String organization)
      throws IOException, InterruptedException {
    ArrayNode webhooks =
        (ArrayNode) call(token, "GET", organization + "/webhooks", null).get("items");
    return webhooks.isEmpty() ? Optional.empty() : Optional.of(webhooks.get(0).get("url").asText());
  }

  private JsonNode call(String token, String method, String path, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(token, method, path, body);
    if (answer.statusCode() >= 300) {
      throw new StartException(
          "The demo could not be made: %s %s answered %d %s."
              .formatted(method, path, answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(
      @Nullable String token, String method, String path, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inlet.resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode resource(String name) throws IOException {
    try (var stream = Demo.class.getResourceAsStream(name)) {
      return JSON.readTree(stream);
    }
  }
}
