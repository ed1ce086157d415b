package dev.inlet.platform.database;

import static dev.inlet.platform.database.RawSql.as;
import static dev.inlet.platform.database.RawSql.assertDenied;
import static dev.inlet.platform.database.RawSql.execute;
import static dev.inlet.platform.database.RawSql.organizations;
import static dev.inlet.platform.database.RawSql.query;
import static dev.inlet.platform.database.RawSql.set;
import static dev.inlet.platform.database.RawSql.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What raw SQL sees and may do as the roles that Inlet works as. */
class RowLevelSecurityTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final Tenant TENANT = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private static final Tenant OTHER = Tenant.connected(TestInlet.shared(), SIMULATOR);

  @BeforeAll
  static void fill() {
    for (Tenant tenant : List.of(TENANT, OTHER)) {
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
      invite(tenant);
    }
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void isForcedOnEveryTableOfTenants() throws SQLException {
    List<String> unprotected =
        query(
            """
            SELECT c.relname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """);

    // The look-up table that an open URL begins with holds slugs and ids, nothing of a tenant's.
    assertThat(unprotected).containsExactly("organization_slugs");
  }

  @Test
  void keysOfTenantsTablesLeadWithTheOrganization() throws SQLException {
    List<String> others =
        query(
            """
            SELECT c.conrelid::regclass || ' ' || c.conname FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid AND t.relrowsecurity
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype IN ('p', 'u', 'f') AND a.attname <> 'organization_id'
            ORDER BY 1
            """);

    // What points at look-up tables cannot lead with an organization.
    assertThat(others)
        .containsExactly("members fk_members_user", "organizations fk_organizations_slug");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organizations",
        "members",
        "organization_keys",
        "connections",
        "webhooks",
        "webhook_versions",
        "webhook_keys",
        "deliveries",
        "attempts",
        "invitations",
        "api_keys",
        "alert_rules",
        "audit_events"
      })
  void showsOneOrganizationAndNoneWhenNoneIsSet(String table) throws SQLException {
    try (Connection connection = as("inlet_app")) {
      assertThat(organizations(connection, table)).isEmpty();

      set(connection, TENANT);
      assertThat(organizations(connection, table)).containsOnly(TENANT.organization().toString());

      set(connection, OTHER);
      assertThat(organizations(connection, table)).containsOnly(OTHER.organization().toString());
    }
  }

  @Test
  void refusesToWriteForAnotherOrganization() throws SQLException {
    try (Connection connection = as("inlet_app")) {
      set(connection, TENANT);

      assertThatThrownBy(
              () ->
                  execute(
                      connection,
                      "INSERT INTO webhook_keys (organization_id, key, webhook_id) SELECT '%s', repeat('x', 30), webhook_id FROM webhooks"
                          .formatted(OTHER.organization())))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void refusesToChangeOrDeleteWhatIsKeptForTheAudit() throws SQLException {
    for (String sql :
        List.of(
            "UPDATE webhook_versions SET number = 9",
            "DELETE FROM webhook_versions",
            "DELETE FROM webhooks",
            "UPDATE deliveries SET body = ''",
            "UPDATE deliveries SET record_id = '1', outcome = 'RECEIVED', outcome_before = 'FAILED'",
            "DELETE FROM deliveries",
            "INSERT INTO attempts DEFAULT VALUES",
            "UPDATE audit_events SET reason = 'none'",
            "DELETE FROM audit_events",
            "DELETE FROM invitations",
            "DELETE FROM alert_rules",
            "DELETE FROM alert_incidents",
            "DELETE FROM api_keys")) {
      try (Connection connection = as("inlet_app")) {
        set(connection, TENANT);
        assertThatThrownBy(() -> execute(connection, sql))
            .as(sql)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void letsADeliveryBePutUnderWayAgainAndBecomeNothingElse() throws SQLException {
    for (String sql :
        List.of(
            "UPDATE deliveries SET outcome = 'SUCCEEDED', outcome_before = outcome",
            "UPDATE deliveries SET outcome = 'RECEIVED'")) {
      try (Connection connection = as("inlet_app")) {
        set(connection, TENANT);
        assertThatThrownBy(() -> execute(connection, sql))
            .as(sql)
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void offersNoWayAroundThroughAPartition() throws SQLException {
    String partition =
        query(
                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'deliveries'::regclass LIMIT 1")
            .getFirst();

    try (Connection connection = as("inlet_app")) {
      assertThatThrownBy(() -> execute(connection, "SELECT * FROM " + partition))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void showsTheJournalsRoleNoPayloadAndNoDefinition() throws SQLException {
    for (String sql :
        List.of(
            "SELECT body FROM deliveries",
            "SELECT headers FROM deliveries",
            "SELECT request FROM attempts",
            "SELECT exchange FROM attempts",
            "SELECT * FROM connections",
            "SELECT * FROM users",
            "DELETE FROM deliveries")) {
      assertDenied("inlet_journal", TENANT, sql);
    }
  }

  @Test
  void showsTheRoleOfAlertsNoPayloadNoNameAndNoSecret() throws SQLException {
    for (String sql :
        List.of(
            "SELECT body FROM deliveries",
            "SELECT error FROM deliveries",
            "SELECT source_address FROM deliveries",
            "SELECT name FROM webhooks",
            "SELECT username FROM connections",
            "SELECT password_ciphertext FROM connections",
            "SELECT url FROM alert_endpoints",
            "SELECT ciphertext FROM alert_endpoint_secrets",
            "SELECT payload FROM alert_messages",
            "UPDATE alert_messages SET payload = '{}'",
            "UPDATE alert_rules SET is_on = false",
            "UPDATE alert_incidents SET told_at = now()",
            "SELECT * FROM users")) {
      assertDenied("inlet_alerts", TENANT, sql);
    }
  }

  @Test
  void givesDeliveriesAPartitionOfTheirDay() throws SQLException {
    assertThat(
            query("SELECT count(*)::text FROM pg_inherits WHERE inhparent = 'deliveries'::regclass")
                .getFirst())
        .isEqualTo("6");
    assertThat(query("SELECT tableoid::regclass::text FROM ONLY deliveries_default")).isEmpty();
  }

  private static void invite(Tenant tenant) {
    for (Map.Entry<String, String> request :
        Map.of(
                "/invitations", "{\"email\":\"new@example.org\",\"role\":\"VIEWER\"}",
                "/api-keys", "{\"name\":\"A program\",\"role\":\"VIEWER\"}")
            .entrySet()) {
      assertThat(tenant.post(request.getKey(), request.getValue()).statusCode()).isEqualTo(201);
    }
  }
}
