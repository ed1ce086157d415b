package dev.inlet.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a collector would be told. */
class TracesTest {

  private static final String STRANGERS_TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Simulator simulator = Simulator.start();

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aDeliveryIsATreeOfItsPartsUnderItsOwnId() {
    TestInlet inlet = traced(1);
    Tenant tenant = Tenant.connected(inlet, simulator);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    List<SpanData> spans = spans(inlet);
    inlet.close();

    assertThat(tree(spans))
        .containsExactly(
            "delivery",
            "  body",
            "  verification",
            "  parsing",
            "  validation",
            "  journal begin",
            "  action",
            "    imis sign-in",
            "    imis call",
            "  journal end");
    String delivery = answer.headers().firstValue("X-Delivery-Id").orElseThrow();
    assertThat(spans).allMatch(span -> span.getTraceId().equals(delivery.replace("-", "")));
    assertThat(spans.toString())
        .contains(delivery, tenant.organization().toString(), webhook.get("id").asText())
        .doesNotContain("Homer", "Simpson", tenant.slug(), tenant.hookPath(webhook).substring(7))
        .doesNotContain(simulator.baseUrl().toString(), "demo", "http://");
  }

  @Test
  void aQueuedDeliverysAttemptIsOfTheSameTrace() {
    TestInlet inlet = traced(1);
    Tenant tenant = Tenant.connected(inlet, simulator);
    JsonNode webhook =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    Await.until(
        () -> spans(inlet).stream().anyMatch(span -> span.getName().equals("queued attempt")));
    List<SpanData> spans = spans(inlet);
    inlet.close();

    assertThat(tree(spans))
        .contains("delivery", "queued attempt", "  action", "    imis call", "  journal end");
    String delivery = answer.headers().firstValue("X-Delivery-Id").orElseThrow();
    assertThat(spans).allMatch(span -> span.getTraceId().equals(delivery.replace("-", "")));
  }

  @Test
  void whatIsNotSampledMakesNoSpanWhateverItsSenderAsksFor() {
    TestInlet inlet = traced(0);
    Tenant tenant = Tenant.connected(inlet, simulator);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = deliverTraced(inlet, tenant, webhook);
    List<SpanData> spans = spans(inlet);
    inlet.close();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(spans).isEmpty();
  }

  @Test
  void aSendersTraceIsNeitherJoinedNorPassedOn() {
    TestInlet inlet = traced(1);
    Tenant tenant = Tenant.connected(inlet, simulator);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    deliverTraced(inlet, tenant, webhook);
    List<SpanData> spans = spans(inlet);
    inlet.close();

    assertThat(spans).isNotEmpty();
    assertThat(spans.toString()).doesNotContain(STRANGERS_TRACE);
  }

  @Test
  void nothingOfAStrangerAtAnUnknownUrlIsTraced() {
    TestInlet inlet = traced(1);
    Tenant tenant = Tenant.in(inlet);

    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                inlet.url().resolve("/hooks/" + tenant.slug() + "/" + "x".repeat(22)))
            .POST(BodyPublishers.ofString("{}"));
    int status = Tenant.send(request).statusCode();
    List<SpanData> spans = spans(inlet);
    inlet.close();

    assertThat(status).isEqualTo(404);
    assertThat(spans).isEmpty();
  }

  private static HttpResponse<String> deliverTraced(
      TestInlet inlet, Tenant tenant, JsonNode webhook) {
    return Tenant.send(
        HttpRequest.newBuilder(inlet.url().resolve(tenant.hookPath(webhook)))
            .header("traceparent", "00-" + STRANGERS_TRACE + "-b7ad6b7169203331-01")
            .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD)));
  }

  private static TestInlet traced(double share) {
    return TestInlet.start(Map.of("test.spans", true, "inlet.traces.share", share));
  }

  private static List<SpanData> spans(TestInlet inlet) {
    inlet.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
    return inlet.bean(InMemorySpanExporter.class).getFinishedSpanItems();
  }

  /** Each span, indented under its parent, in the order that they began in. */
  private static List<String> tree(List<SpanData> spans) {
    List<String> lines = new ArrayList<>();
    addChildren("0000000000000000", "", spans, lines);
    return lines;
  }

  private static void addChildren(
      String parent, String indent, List<SpanData> spans, List<String> lines) {
    spans.stream()
        .filter(span -> span.getParentSpanId().equals(parent))
        .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
        .forEach(
            span -> {
              lines.add(indent + span.getName());
              addChildren(span.getSpanId(), indent + "  ", spans, lines);
            });
  }
}
