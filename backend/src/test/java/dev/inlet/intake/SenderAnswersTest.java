package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What senders are told of the answers is what they are answered. */
class SenderAnswersTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Path PAGE = Path.of("../docs/senders.md");
  private static final String BODY = Definitions.SAMPLE_PAYLOAD;

  /** Provoked by PaceTest, IdempotencyTest, RateLimitsTest and OverloadTest. */
  private static final Set<Integer> PROVOKED_ELSEWHERE = Set.of(408, 409, 429, 503);

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @AfterEach
  void reset() {
    SIMULATOR.reset();
  }

  @Test
  void everyAnswerIsToldOfWithABodyOfItsShape() {
    JsonNode atOnce = tenant.createWebhook(Definitions.sample());
    JsonNode later =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));
    JsonNode proved = tenant.createWebhook(Definitions.sample());
    verify(proved, "{\"scheme\":\"GITHUB\",\"secret\":\"a secret of a sender\"}");
    JsonNode near = tenant.createWebhook(Definitions.sample());
    verify(near, "{\"scheme\":\"NONE\",\"networks\":[\"192.0.2.0/24\"]}");
    Map<Integer, JsonNode> answered = new TreeMap<>();

    expect(answered, atOnce, 200, tenant.deliver(atOnce, BODY, "one"));
    expect(answered, later, 202, tenant.deliver(later, BODY));
    expect(answered, atOnce, 400, tenant.deliver(atOnce, "{}"));
    expect(answered, proved, 401, tenant.deliver(proved, BODY));
    expect(answered, near, 403, tenant.deliver(near, BODY));
    expect(answered, atOnce, 405, put(atOnce));
    expect(answered, atOnce, 413, tenant.deliver(atOnce, "x".repeat(1024 * 1024 + 1)));
    expect(answered, atOnce, 422, tenant.deliver(atOnce, "{}", "one"));
    SIMULATOR.set(
        switches -> switches.withFault(Fault.answer(Fault.Part.INSERT, 500, Fault.Body.HTML)));
    expect(answered, atOnce, 500, tenant.deliver(atOnce, BODY));
    tenant.setPaused(atOnce, true);
    expect(answered, atOnce, 404, tenant.deliver(atOnce, BODY));

    Set<Integer> told = new TreeSet<>(PROVOKED_ELSEWHERE);
    told.addAll(answered.keySet());
    assertThat(statusesOfThePage()).isEqualTo(told);
    assertThat(responses(later).keySet()).doesNotContain(200, 401, 403);
  }

  /** The same body as the documents of this webhook tell. */
  private void expect(
      Map<Integer, JsonNode> answered, JsonNode webhook, int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode body = Tenant.json(answer);
    answered.put(status, body);

    Map<Integer, JsonNode> told = responses(webhook);
    assertThat(told).containsKeys(408, 409, 413, 422, 429, 500, 503).containsKey(status);
    JsonNode example =
        Objects.requireNonNull(told.get(status)).at("/content/application~1json/example");
    assertThat(names(body)).isEqualTo(names(example));
    assertThat(body.get("success")).isEqualTo(example.get("success"));
    assertThat(answer.headers().firstValue("X-Delivery-Id")).isPresent();
  }

  private Map<Integer, JsonNode> responses(JsonNode webhook) {
    HttpResponse<String> document =
        tenant.get(
            "/webhooks/%s/sender-documentation?format=OPENAPI"
                .formatted(webhook.get("id").asText()));
    JsonNode post = Tenant.json(document).get("paths").elements().next().get("post");
    Map<Integer, JsonNode> responses = new TreeMap<>();
    post.get("responses")
        .properties()
        .forEach(named -> responses.put(Integer.valueOf(named.getKey()), named.getValue()));
    return responses;
  }

  private static Set<String> names(JsonNode body) {
    return ((ObjectNode) body).propertyStream().map(e -> e.getKey()).collect(Collectors.toSet());
  }

  private static Set<Integer> statusesOfThePage() {
    try {
      return Pattern.compile("^\\| (\\d{3}) \\|", Pattern.MULTILINE)
          .matcher(Files.readString(PAGE))
          .results()
          .map((MatchResult row) -> Integer.valueOf(row.group(1)))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void verify(JsonNode webhook, String verification) {
    HttpResponse<String> set =
        tenant.put("/webhooks/%s/verification".formatted(webhook.get("id").asText()), verification);
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
  }

  private HttpResponse<String> put(JsonNode webhook) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve(tenant.hookPath(webhook)))
            .PUT(BodyPublishers.ofString(BODY)));
  }
}
