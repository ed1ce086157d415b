package dev.inlet.platform.database;

import static dev.inlet.platform.database.RawSql.as;
import static dev.inlet.platform.database.RawSql.assertDenied;
import static dev.inlet.platform.database.RawSql.firstColumn;
import static dev.inlet.platform.database.RawSql.organizations;
import static dev.inlet.platform.database.RawSql.set;
import static dev.inlet.platform.database.RawSql.strings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two roles may do that span organizations or delete: support's and the eraser's. */
class SupportAndEraserRoleTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final Tenant TENANT = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private static final Tenant OTHER = Tenant.connected(TestInlet.shared(), SIMULATOR);

  @BeforeAll
  static void fill() {
    for (Tenant tenant : List.of(TENANT, OTHER)) {
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    }
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void showsSupportNoPayloadNoCredentialAndNoKeyOfAnUrl() throws SQLException {
    for (String sql :
        List.of(
            "SELECT body FROM deliveries",
            "SELECT headers FROM deliveries",
            "SELECT violations FROM deliveries",
            "SELECT error FROM deliveries",
            "SELECT count(*) FROM deliveries d WHERE d::text LIKE '%Homer%'",
            "SELECT error FROM attempts",
            "SELECT request FROM attempts",
            "SELECT exchange FROM attempts",
            "SELECT response FROM attempts",
            "SELECT base_url FROM connections",
            "SELECT wrapped_key FROM organization_keys",
            "SELECT key FROM webhook_keys",
            "SELECT role FROM members",
            "SELECT email FROM users",
            "SELECT session_id FROM sessions",
            "SELECT name FROM api_keys",
            "SELECT url FROM alert_endpoints",
            "SELECT ciphertext FROM alert_endpoint_secrets",
            "SELECT email FROM invitations",
            "SELECT slug FROM organization_slugs",
            "SELECT link_id FROM account_links",
            "SELECT code_hash FROM recovery_codes",
            "SELECT message_ciphertext FROM mails",
            "SELECT subject FROM throttles")) {
      assertDenied("inlet_support", TENANT, sql);
    }
  }

  @Test
  void showsSupportAllOrganizationsAndOfTheAuditTrailOnlyTheInstallations() throws SQLException {
    try (Connection connection = as("inlet_support")) {
      for (String table :
          List.of("organizations", "webhooks", "webhook_versions", "deliveries", "attempts")) {
        assertThat(organizations(connection, table))
            .as(table)
            .contains(TENANT.organization().toString(), OTHER.organization().toString());
      }
      set(connection, TENANT);
      assertThat(organizations(connection, "audit_events"))
          .doesNotContain(TENANT.organization().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.inlet.platform.database.RawSql#tables")
  void letsSupportChangeNothing(String table) throws SQLException {
    String column = firstColumn(table);

    assertDenied("inlet_support", TENANT, "INSERT INTO %s DEFAULT VALUES".formatted(table));
    assertDenied("inlet_support", TENANT, "UPDATE %s SET %s = NULL".formatted(table, column));
    assertDenied("inlet_support", TENANT, "DELETE FROM %s".formatted(table));
    assertDenied("inlet_support", TENANT, "TRUNCATE %s".formatted(table));
  }

  @ParameterizedTest
  @MethodSource("dev.inlet.platform.database.RawSql#tables")
  void letsTheEraserInsertAndChangeNothing(String table) throws SQLException {
    assertDenied("inlet_eraser", TENANT, "INSERT INTO %s DEFAULT VALUES".formatted(table));
    assertDenied(
        "inlet_eraser", TENANT, "UPDATE %s SET %s = NULL".formatted(table, firstColumn(table)));
    assertDenied("inlet_eraser", TENANT, "TRUNCATE %s".formatted(table));
  }

  @ParameterizedTest
  @ValueSource(strings = {"attempts", "deliveries", "audit_events", "organizations"})
  void letsTheEraserDeleteTheRowsOfTheOneOrganizationOnly(String table) throws SQLException {
    try (Connection connection = as("inlet_eraser")) {
      connection.setAutoCommit(false);
      // What refers to a delivery goes before it.
      List<String> others =
          table.equals("deliveries") ? List.of("attempts", "deliveries") : List.of(table);
      assertThat(deleteAll(connection, others)).isZero();

      set(connection, TENANT);
      assertThat(deleteAll(connection, others)).isPositive();
      set(connection, OTHER);
      assertThat(organizations(connection, table)).isNotEmpty();
      connection.rollback();
    }
  }

  @Test
  void keepsTheEraserFromWhatItNeedNotDelete() throws SQLException {
    for (String table :
        List.of("users", "sessions", "members", "connections", "webhooks", "organization_slugs")) {
      assertDenied("inlet_eraser", TENANT, "DELETE FROM " + table);
    }
    assertDenied("inlet_eraser", TENANT, "UPDATE organization_slugs SET slug = 'mine'");
  }

  private static int deleteAll(Connection connection, List<String> tables) throws SQLException {
    int deleted = 0;
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        deleted = statement.executeUpdate("DELETE FROM " + table);
      }
    }
    return deleted;
  }
}
