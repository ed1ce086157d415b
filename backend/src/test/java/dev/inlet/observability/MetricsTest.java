package dev.inlet.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.platform.metrics.ManagementServer;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Scrape;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a node that took deliveries hands out to Prometheus, and the files that rely on it. */
class MetricsTest {

  private static final Path FOLDER = Path.of("../observability");
  private static final Path ALERTS = FOLDER.resolve("alerts.yml");
  private static final Path DASHBOARD = FOLDER.resolve("grafana/dashboards/inlet.json");
  private static final Path PAGE = Path.of("../docs/observability.md");
  private static final Path ALARMS = Path.of("../docs/alarms.md");

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:inlet|jvm|process|system)_[a-z0-9_]+\\b");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (Inlet\\w+)$");

  private static final TestInlet INLET = TestInlet.start(Map.of("inlet.management.port", 0));
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Tenant TENANT = Tenant.connected(INLET, SIMULATOR);
  private static final JsonNode WEBHOOK = TENANT.createWebhook(Definitions.sample());
  private static final JsonNode QUEUED =
      TENANT.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));

  static {
    SIMULATOR.set(switches -> switches.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(100))));
    TENANT.deliver(WEBHOOK, Definitions.SAMPLE_PAYLOAD);
    TENANT.deliver(WEBHOOK, "{}");
    TENANT.deliver(QUEUED, Definitions.SAMPLE_PAYLOAD);
    SIMULATOR.set(switches -> switches.withFaults(List.of()));
    Await.until(() -> succeeded(QUEUED) == 1);
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
    INLET.close();
  }

  @Test
  void countsHowDeliveriesEndedByNodeOrganizationAndWebhook() {
    Scrape scrape = Scrape.of(INLET);

    assertThat(scrape.sum("inlet_deliveries_total", "outcome=\"SUCCEEDED\"")).isEqualTo(2);
    assertThat(scrape.sum("inlet_deliveries_total", "reason=\"SCHEMA_VIOLATED\"")).isEqualTo(1);
    assertThat(
            scrape.sum(
                "inlet_organization_deliveries_seconds_count",
                label("organization", TENANT.organization()),
                "outcome=\"SUCCEEDED\""))
        .isEqualTo(2);
    assertThat(
            scrape.sum(
                "inlet_webhook_deliveries_seconds_count",
                label("webhook", WEBHOOK.get("id").asText()),
                "outcome=\"REJECTED\""))
        .isEqualTo(1);
  }

  @Test
  void tellsTheTimeThatPassedAtImisFromItsOwn() {
    Scrape scrape = Scrape.of(INLET);
    double atImis = scrape.sum("inlet_attempts_spent_seconds_sum", "part=\"CALLS\"");
    double own = scrape.sum("inlet_intake_own_seconds_sum");
    double answered = scrape.sum("inlet_intake_seconds_sum", "status=\"200\"");

    assertThat(scrape.sum("inlet_attempts_spent_seconds_count", "part=\"CALLS\"")).isEqualTo(2);
    assertThat(atImis).isGreaterThan(0.1);
    assertThat(scrape.sum("inlet_intake_own_seconds_count")).isEqualTo(1);
    assertThat(own).isPositive().isLessThan(answered - 0.1);
    assertThat(scrape.sum("inlet_intake_seconds_count")).isCloseTo(3, within(0.0));
  }

  @Test
  void thePortOfDeliveriesTellsNothingOfIt() {
    for (String path : List.of("/metrics", "/prometheus", "/api/metrics", "/health/metrics")) {
      HttpRequest.Builder request = HttpRequest.newBuilder(INLET.url().resolve(path));

      assertThat(Tenant.send(request).body()).as(path).doesNotContain("inlet_");
      assertThat(TENANT.call("GET", path, null).body()).as(path).doesNotContain("inlet_");
    }
  }

  @Test
  void theManagementPortTellsNoNamesAndNothingElse() {
    String text = Scrape.of(INLET).text();

    assertThat(text)
        .doesNotContain(TENANT.slug(), TENANT.email(), SIMULATOR.baseUrl().getHost() + ":")
        .doesNotContain(URI.create(WEBHOOK.get("url").asText()).getPath().substring(7));
    assertThat(Scrape.get(INLET, "/").statusCode()).isEqualTo(404);
    assertThat(Scrape.get(INLET, "/api/me").statusCode()).isEqualTo(404);
    assertThat(Scrape.get(INLET, "/metrics/").statusCode()).isEqualTo(404);
  }

  @Test
  void whoIsStuckThereKeepsNobodyFromAskingNeitherThereNorForHealth() throws IOException {
    int port = INLET.bean(ManagementServer.class).port();
    List<Socket> stuck = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket("localhost", port);
        stuck.add(socket);
        socket.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
      }

      assertThat(Scrape.get(INLET, "/metrics").statusCode()).isEqualTo(200);
      HttpRequest.Builder health = HttpRequest.newBuilder(INLET.url().resolve("/health/readiness"));
      assertThat(Tenant.send(health).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : stuck) {
        socket.close();
      }
    }
  }

  @Test
  void aNodeWithoutAManagementPortListensAtNone() {
    assertThat(TestInlet.shared().beansNamed("ManagementServer")).isEmpty();
  }

  @Test
  void alertsAndDashboardNameOnlyWhatIsExposed() throws IOException {
    Scrape scrape = Scrape.of(INLET);

    for (Path file : List.of(ALERTS, DASHBOARD)) {
      assertThat(metrics(Files.readString(file)))
          .as(file.toString())
          .isNotEmpty()
          .allSatisfy(name -> assertThat(scrape.series(name)).as(name).isNotEmpty());
    }
  }

  @Test
  void thePageExplainsEachMetricOfInletAndNoOther() throws IOException {
    Set<String> exposed =
        Pattern.compile("(?m)^# TYPE (inlet_[a-z_]+) ")
            .matcher(Scrape.of(INLET).text())
            .results()
            .map(found -> found.group(1))
            .filter(name -> !name.endsWith("_seconds_max"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found(DOCUMENTED, Files.readString(PAGE))).isEqualTo(exposed);
  }

  @Test
  void eachAlarmHasItsPageAndNoPageIsOfNone() throws IOException {
    String rules = Files.readString(ALERTS);
    Set<String> alerts = found(ALERT, rules);

    assertThat(found(SECTION, Files.readString(ALARMS))).isNotEmpty().isEqualTo(alerts);
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(rules)
                    .contains(
                        "runbook: docs/alarms.md#" + alert.toLowerCase(java.util.Locale.ROOT)));
  }

  private static double succeeded(JsonNode webhook) {
    return Scrape.of(INLET)
        .sum(
            "inlet_webhook_deliveries_seconds_count",
            label("webhook", webhook.get("id").asText()),
            "outcome=\"SUCCEEDED\"");
  }

  private static String label(String name, Object value) {
    return "%s=\"%s\"".formatted(name, value);
  }

  private static Set<String> metrics(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
