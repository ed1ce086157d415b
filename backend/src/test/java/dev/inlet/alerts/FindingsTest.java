package dev.inlet.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is found once looking failed: of all at the next time, whyever it did. */
class FindingsTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.start(Map.of());

  private final Findings findings = INLET.bean(Findings.class);
  private final List<OrganizationId> failing =
      IntStream.range(0, 5).mapToObj(i -> failing()).toList();

  @AfterAll
  static void stop() {
    INLET.close();
    SIMULATOR.close();
  }

  @Test
  void findsAllAgainAtOnceAfterEachWasGivenUpOnce() throws Exception {
    CompletableFuture<List<Change>> found;
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK delivery_counts");
      found = CompletableFuture.supplyAsync(() -> findings.find(Findings.Look.RATES));
      while (!found.isDone()) {
        Sql.rows(
            INLET,
            """
            SELECT pg_cancel_backend(pid) FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND query LIKE '%watched%'
            """);
      }
      connection.rollback();
    }

    assertThat(found.join()).isEmpty();
    assertThat(foundOf()).containsAll(failing);
  }

  @Test
  void findsAllAgainAtOnceAfterAllFailedForOneReason() {
    Sql.execute(INLET, "REVOKE SELECT ON delivery_counts FROM inlet_alerts");
    try {
      assertThat(foundOf()).isEmpty();
    } finally {
      Sql.execute(INLET, "GRANT SELECT ON delivery_counts TO inlet_alerts");
    }

    assertThat(foundOf()).containsAll(failing);
  }

  private List<OrganizationId> foundOf() {
    return findings.find(Findings.Look.RATES).stream().map(Change::organization).toList();
  }

  /** An organization of which something is to be told. */
  private static OrganizationId failing() {
    Tenant tenant = Tenant.connected(INLET, SIMULATOR);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    Watched watched = new Watched(INLET, tenant);
    watched.addRate();
    watched.count(webhook, 0, 12, 0);
    return tenant.organization();
  }
}
