package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries as they come, over HTTP. */
@Timeout(60)
class LiveTailTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void tellsOfWhatComesAndOfNothingBefore() throws IOException {
    tenant.deliver(webhook, "{}");
    try (Listener listener = listen(tenant, "")) {
      String id = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));

      JsonNode told = listener.await("delivery", id);

      JsonNode listed = Tenant.json(tenant.get("/deliveries?limit=1")).at("/items/0");
      assertThat(told.get("outcome").asText()).isEqualTo("SUCCEEDED");
      assertThat(told).isEqualTo(listed);
      assertThat(listener.ids()).containsOnly(id);
    }
  }

  @Test
  void tellsOfAReplayOfWhatCameBefore() throws IOException {
    String id = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    try (Listener listener = listen(tenant, "?outcome=SUCCEEDED")) {
      JsonNode request = Tenant.JSON.createObjectNode().put("version", 1).put("isConfirmed", true);
      assertThat(tenant.post("/deliveries/" + id + "/replay", request).statusCode()).isEqualTo(200);

      assertThat(listener.await("delivery", id).get("replaysBegun").asInt()).isEqualTo(1);
    }
  }

  @Test
  void tellsOnlyOfWhatTheFilterMeansEvenInPayloads() throws IOException {
    try (Listener byWord = listen(tenant, "?q=needle");
        Listener byProperty = listen(tenant, "?property=firstName&value=zoe");
        Listener rejected = listen(tenant, "?outcome=REJECTED&reason=NOT_JSON")) {
      String other = id(tenant.deliver(webhook, "{\"firstName\":\"Ann\"}"));
      String needle = id(tenant.deliver(webhook, "{\"firstName\":\"Zoë\",\"x\":\"Needle\"}"));
      String broken = id(tenant.deliver(webhook, "{"));

      byWord.await("delivery", needle);
      byProperty.await("delivery", needle);
      rejected.await("delivery", broken);
      assertThat(byWord.ids()).containsOnly(needle).doesNotContain(other);
      assertThat(byProperty.ids()).containsOnly(needle);
      assertThat(rejected.ids()).containsOnly(broken);
    }
  }

  @Test
  void tellsMaskedPropertiesMasked() throws IOException {
    ObjectNode definition = Definitions.sample();
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("masked").add("count");
    privacy.putArray("neverStored");
    JsonNode masked = tenant.createWebhook(definition);
    try (Listener listener = listen(tenant, "");
        Listener nosy = listen(tenant, "?property=count&value=4711x")) {
      String secret = "{\"firstName\":\"A\",\"lastName\":\"B\",\"count\":\"4711x\"}";
      String id = id(tenant.deliver(masked, secret));

      JsonNode told = listener.await("delivery", id);

      assertThat(told.get("outcome").asText()).isEqualTo("REJECTED");
      assertThat(told.toString()).doesNotContain("4711x");
      assertThat(nosy.ids()).isEmpty();
    }
  }

  /** Whoever else looks on takes no news away. */
  @Test
  void tellsEachOfManyListeners() throws IOException {
    try (Listener one = listen(tenant, "");
        Listener other = listen(tenant, "?outcome=SUCCEEDED");
        Listener third = listen(tenant, "")) {
      String id = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));

      one.await("delivery", id);
      other.await("delivery", id);
      third.await("delivery", id);
    }
  }

  @Test
  void tellsNothingOfAnotherOrganization() throws IOException {
    Tenant other = Tenant.connected(INLET, SIMULATOR);
    JsonNode theirs = other.createWebhook(Definitions.sample());
    String filter = "?webhookId=" + webhook.get("id").asText();
    try (Listener listener = listen(other, "");
        Listener nosy = listen(other, filter)) {
      tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
      String own = id(other.deliver(theirs, Definitions.SAMPLE_PAYLOAD));

      listener.await("delivery", own);
      assertThat(listener.ids()).containsOnly(own);
      assertThat(nosy.ids()).isEmpty();
    }
    assertThat(open(tenant.organization().toString(), other.token(), "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void endsWhenItsListenerIsNoMemberAnyMore() throws IOException {
    Someone member = People.member(INLET, tenant.organization(), Role.VIEWER);
    try (Listener listener = listen(tenant, member.token(), "")) {
      assertThat(tenant.delete("/members/" + member.id()).statusCode()).isEqualTo(204);

      listener.awaitEnd();
    }
  }

  @Test
  void endsWhenItsListenerSignsOut() throws IOException {
    Someone member = People.member(INLET, tenant.organization(), Role.VIEWER);
    try (Listener listener = listen(tenant, member.token(), "")) {
      assertThat(new Api(INLET).delete("/api/me/sessions", member.token()).statusCode())
          .isEqualTo(204);

      listener.awaitEnd();
    }
  }

  @Test
  void hasSoManyPlacesAndGivesThemBack() throws IOException {
    List<Listener> listeners = new ArrayList<>();
    try {
      for (int i = 0; i < LivePlaces.OF_EACH_MAX; i++) {
        listeners.add(listen(tenant, ""));
      }
      HttpResponse<InputStream> refused = open(tenant, tenant.token(), "");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
      listen(Tenant.in(INLET), "").close();
    } finally {
      for (Listener listener : listeners) {
        listener.close();
      }
    }
    Await.until(
        () -> {
          tenant.deliver(webhook, "{}"); // whoever writes to a reader notices that they went away
          try (InputStream body = open(tenant, tenant.token(), "").body()) {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                .readLine()
                .startsWith(":");
          } catch (IOException e) {
            return false;
          }
        });
  }

  @Test
  void refusesFiltersItCannotRead() {
    assertThat(tenant.get("/deliveries/live?version=1").statusCode()).isEqualTo(400);
  }

  private static Listener listen(Tenant tenant, String query) throws IOException {
    return listen(tenant, tenant.token(), query);
  }

  private static Listener listen(Tenant tenant, String token, String query) throws IOException {
    HttpResponse<InputStream> answer = open(tenant, token, query);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    Listener listener = new Listener(answer.body());
    assertThat(listener.line()).startsWith(": ");
    return listener;
  }

  private static HttpResponse<InputStream> open(Tenant tenant, String token, String query) {
    return open(tenant.organization().toString(), token, query);
  }

  private static HttpResponse<InputStream> open(String organization, String token, String query) {
    String path = "/api/organizations/%s/deliveries/live%s".formatted(organization, query);
    try {
      return HttpClient.newHttpClient()
          .send(
              new Api(INLET).request("GET", path, token, null).build(),
              BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private static final class Listener implements Closeable {

    private final BufferedReader lines;
    private final List<String> told = new ArrayList<>();

    Listener(InputStream in) {
      lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    String line() throws IOException {
      return lines.readLine();
    }

    /** Reads until a delivery is told of that is not under way any more. */
    JsonNode await(String event, String id) throws IOException {
      for (String line = line(); line != null; line = line()) {
        if (line.equals("event: " + event)) {
          JsonNode data = Tenant.JSON.readTree(line().substring("data: ".length()));
          told.add(data.get("id").asText());
          if (told.getLast().equals(id) && !data.path("outcome").asText().equals("RECEIVED")) {
            return data;
          }
        }
      }
      throw new AssertionError("It ended");
    }

    List<String> ids() {
      return told;
    }

    void awaitEnd() throws IOException {
      String line = line();
      while (line != null) {
        line = line();
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
