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
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each day begins with a log of which PostgreSQL knows nothing, and any organization may have had
 * hardly anything when it last looked: it takes a row or so for all there is. Whatever it plans by
 * that may not take much longer than what it plans once it has looked again.
 */
class StaleStatisticsTest {

  private static final int COPIES = 12_000;

  /** What was planned badly took ten times as long and more. */
  private static final int TIMES_AS_LONG_MAX = 4;

  private static final Duration NOTHING = Duration.ofMillis(300);

  private static final Pattern ID = Pattern.compile("\\{\"id\":");

  private static final Simulator SIMULATOR = Simulator.start();

  private static Log unknown;
  private static Log known;

  /** The deliveries of one organization, on a node and a database of their own. */
  private record Log(TestInlet inlet, Tenant tenant) {

    static Log filled() throws SQLException {
      TestInlet inlet = TestInlet.start(Map.of());
      Tenant tenant = Tenant.connected(inlet, SIMULATOR);
      ObjectNode definition = Definitions.sample();
      JsonNode webhook = tenant.createWebhook(definition);
      String payload = "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\"}";
      assertThat(tenant.deliver(webhook, payload).statusCode()).isEqualTo(200);
      Log log = new Log(inlet, tenant);
      log.analyze();
      log.neverAnalyze();
      CopiedDeliveries.before(inlet, tenant, COPIES);
      definition.putObject("privacy").putArray("neverStored");
      definition.withObject("/privacy").putArray("masked").add("lastName");
      assertThat(tenant.put("/webhooks/" + webhook.get("id").asText(), definition).statusCode())
          .isEqualTo(200);
      return log;
    }

    void analyze() throws SQLException {
      asSuperuser("ANALYZE deliveries, delivery_terms, attempts");
    }

    private void neverAnalyze() throws SQLException {
      asSuperuser(
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

    private void asSuperuser(String sql) throws SQLException {
      try (Connection connection = TestPostgres.superuser(inlet.database());
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    /** The best of three: the machine may have something else to do. */
    Duration time(Consumer<Log> read) {
      return IntStream.range(0, 3)
          .mapToObj(
              _ -> {
                long start = System.nanoTime();
                read.accept(this);
                return Duration.ofNanos(System.nanoTime() - start);
              })
          .min(Duration::compareTo)
          .orElseThrow();
    }
  }

  @BeforeAll
  static void fill() throws SQLException {
    unknown = Log.filled();
    known = Log.filled();
    known.analyze();
  }

  @AfterAll
  static void stop() {
    unknown.inlet().close();
    known.inlet().close();
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
    assertTakesAboutAsLong(
        log -> {
          HttpResponse<String> answer = log.tenant().get("/deliveries" + what);

          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(ID.matcher(answer.body()).results()).hasSize(expected);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome=SUCCEEDED", "property=firstName&value=Homer"})
  void countsInTime(String what) {
    assertTakesAboutAsLong(
        log -> {
          JsonNode count = Tenant.json(log.tenant().get("/deliveries/count?" + what));

          assertThat(count.get("count").asInt()).isBetween(10_001, COPIES + 1);
        });
  }

  @Test
  void tellsALiveTailInTime() {
    Instant since = Instant.now().minusSeconds(3600);

    assertTakesAboutAsLong(
        log ->
            assertThat(
                    log.inlet()
                        .bean(LiveRepository.class)
                        .states(log.tenant().organization(), since, List.of()))
                .hasSize(LiveRepository.CANDIDATES_MAX));
  }

  private static void assertTakesAboutAsLong(Consumer<Log> read) {
    Duration once = known.time(read);

    assertThat(unknown.time(read)).isLessThan(once.multipliedBy(TIMES_AS_LONG_MAX).plus(NOTHING));
  }
}
