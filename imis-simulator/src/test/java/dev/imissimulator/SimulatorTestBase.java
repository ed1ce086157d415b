package dev.imissimulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** One simulator for all tests, as new before each, and a client that talks to it over HTTP. */
abstract class SimulatorTestBase {
  static final Simulator SIMULATOR = Simulator.start();

  static final String CREDENTIALS = "grant_type=password&username=demo&password=demo%26100%25%3Dok";

  static final String ENTITY =
      "\"$type\":\"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts\"";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private @Nullable String token;

  @BeforeEach
  void resetSimulator() {
    SIMULATOR.reset();
    token = null;
  }

  HttpResponse<String> requestToken(String form) {
    return send(
        request("/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  String token() {
    if (token == null) {
      token = json(requestToken(CREDENTIALS)).path("access_token").asText();
    }
    return Objects.requireNonNull(token);
  }

  HttpRequest.Builder authorized(String path) {
    return request(path)
        .header("Authorization", "Bearer " + token())
        .header("Content-Type", "application/json");
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(SIMULATOR.baseUrl() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> get(String path) {
    return send(authorized(path).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(authorized(path).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(String path, String body) {
    return send(authorized(path).PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) {
    return send(authorized(path).DELETE());
  }

  HttpResponse<String> insertActivity(Map<String, ?> properties) {
    return post("/api/Activity", entity(properties));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return sendOrFail(request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** For requests whose connection is to break. */
  static HttpResponse<String> sendOrFail(HttpRequest.Builder request) throws IOException {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An entity of raw values, with the types that a careful client sends. */
  static String entity(Map<String, ?> properties) {
    String values =
        properties.entrySet().stream()
            .map(property -> property(property.getKey(), property.getValue()))
            .collect(Collectors.joining(","));
    return "{%s,\"Properties\":{\"$type\":\"%s\",\"$values\":[%s]}}"
        .formatted(
            ENTITY,
            "Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts",
            values);
  }

  private static String property(String name, Object value) {
    return Json.property(name).set("Value", Json.MAPPER.valueToTree(value)).toString();
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  /** The value of a property of an entity, wrapped or not. */
  static JsonNode value(JsonNode entity, String name) {
    for (JsonNode property : entity.path("Properties").path("$values")) {
      if (property.path("Name").asText().equals(name)) {
        JsonNode value = property.path("Value");
        return value.isObject() ? value.path("$value") : value;
      }
    }
    throw new AssertionError("No property " + name + " in " + entity);
  }

  static String identity(JsonNode entity) {
    return entity.path("Identity").path("IdentityElements").path("$values").toString();
  }

  static String firstMessage(HttpResponse<String> response) {
    return json(response).path("Errors").path("$values").path(0).path("Message").asText();
  }

  static int total(HttpResponse<String> response) {
    return json(response).path("TotalCount").asInt(-1);
  }
}
