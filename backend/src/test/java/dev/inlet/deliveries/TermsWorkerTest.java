package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TermsWorkerTest {

  private static final TestInlet INLET = TestInlet.start(Map.of());
  private static final Simulator SIMULATOR = Simulator.start();

  @AfterAll
  static void stop() {
    SIMULATOR.close();
    INLET.close();
  }

  @Test
  void deliveriesAreFoundBeforeAndAfterTheirTermsAreMerged() throws SQLException {
    Tenant tenant = Tenant.connected(INLET, SIMULATOR);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    try (Connection alone = INLET.connection("journal")) {
      takeTurn(alone);
      assertThat(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);

      assertThat(found(tenant)).as("while they wait").isEqualTo(1);
      assertThat(merge(INLET.pool("journal"))).as("another session").isZero();
      assertThat(merge(alone)).as("pages that waited").isPositive();
      assertThat(found(tenant)).as("in the index").isEqualTo(1);
      assertThat(merge(alone)).as("pages that wait still").isZero();
      alone.rollback();
    }
  }

  @Test
  void theWorkerLeavesNothingWaiting() throws SQLException {
    Tenant tenant = Tenant.connected(INLET, SIMULATOR);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    try (Connection alone = INLET.connection("journal")) {
      takeTurn(alone);
      assertThat(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
      alone.rollback();

      INLET.bean(TermsWorker.class).merge();

      takeTurn(alone); // after one that merges by its clock, if it was first
      assertThat(merge(alone)).isZero();
      alone.rollback();
    }
  }

  @Test
  void noDeliveryEmptiesTheListOfAnyDayBeforeItIsLong() {
    List<String> options =
        Sql.rows(
            INLET,
            """
            SELECT DISTINCT c.reloptions FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
            WHERE h.inhparent = 'ix_delivery_terms_terms'::regclass
            """);

    assertThat(options).containsExactly("{gin_pending_list_limit=16384}");
  }

  @Test
  void nobodyButTheJournalMerges() {
    assertThatThrownBy(() -> merge(INLET.pool("app")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private static int found(Tenant tenant) {
    return Tenant.json(tenant.get("/deliveries?q=homer")).get("items").size();
  }

  /** The worker has none until the transaction ends. */
  private static void takeTurn(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('merge_delivery_terms'))");
    }
  }

  private static long merge(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return merge(connection);
    }
  }

  private static long merge(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT merge_delivery_terms(current_date - 2)")) {
      row.next();
      return row.getLong(1);
    }
  }
}
