package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each day begins with a log of which PostgreSQL knows nothing, and any organization may have had
 * hardly anything when it last looked: it takes a row or so for all there is. Whatever it plans by
 * that has to end well within the time a statement may take.
 */
class StaleStatisticsTest {

  private static final int COPIES = 12_000;

  /** Each takes a fifth of it at most, or half as long again and more, by what PostgreSQL plans. */
  private static final Duration LONG = Duration.ofSeconds(3);

  private static final Pattern ID = Pattern.compile("\\{\"id\":");

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.start(Map.of());

  private static Tenant tenant;

  @BeforeAll
  static void receiveManyThatPostgreSqlDoesNotKnowOf() throws SQLException {
    tenant = Tenant.connected(INLET, SIMULATOR);
    ObjectNode definition = Definitions.sample();
    JsonNode webhook = tenant.createWebhook(definition);
    String payload = "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\"}";
    assertThat(tenant.deliver(webhook, payload).statusCode()).isEqualTo(200);
    analyzeForTheLastTime();
    CopiedDeliveries.before(INLET, tenant, COPIES);
    definition.putObject("privacy").putArray("neverStored");
    definition.withObject("/privacy").putArray("masked").add("lastName");
    assertThat(tenant.put("/webhooks/" + webhook.get("id").asText(), definition).statusCode())
        .isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    INLET.close();
    SIMULATOR.close();
  }

  @ParameterizedTest
  @CsvSource({
    "?outcome=SUCCEEDED, 50",
    "?sourceAddress=127.0.0.1, 50",
    "?q=homer, 50",
    "?q=nobody, 0",
    "?property=firstName&value=Homer, 50",
    "/export?format=NDJSON, 12001",
    "/export?format=NDJSON&property=firstName&value=Homer, 12001",
  })
  void readsInTime(String what, int expected) {
    long start = System.nanoTime();

    HttpResponse<String> answer = tenant.get("/deliveries" + what);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ID.matcher(answer.body()).results()).hasSize(expected);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome=SUCCEEDED", "property=firstName&value=Homer"})
  void countsInTime(String what) {
    long start = System.nanoTime();

    JsonNode count = Tenant.json(tenant.get("/deliveries/count?" + what));

    assertThat(count.get("count").asInt()).isBetween(10_001, COPIES + 1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @Test
  void tellsALiveTailInTime() {
    Instant since = Instant.now().minusSeconds(3600);
    long start = System.nanoTime();

    assertThat(INLET.bean(LiveRepository.class).states(tenant.organization(), since, List.of()))
        .hasSize(LiveRepository.CANDIDATES_MAX);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  private static void analyzeForTheLastTime() throws SQLException {
    try (Connection connection = TestPostgres.superuser(INLET.database());
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE deliveries, delivery_terms, attempts");
      statement.execute(
          """
          DO $$
          DECLARE
            part regclass;
          BEGIN
            FOR part IN SELECT inhrelid::regclass FROM pg_inherits
                        WHERE inhparent IN ('deliveries'::regclass, 'delivery_terms'::regclass, 'attempts'::regclass) LOOP
              EXECUTE format('ALTER TABLE %s SET (autovacuum_enabled = false)', part);
            END LOOP;
          END
          $$
          """);
    }
  }
}
