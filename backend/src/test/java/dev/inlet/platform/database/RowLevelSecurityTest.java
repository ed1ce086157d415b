package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What raw SQL sees and may do as the roles that Inlet works as. */
class RowLevelSecurityTest {

  private static final TestPostgres.Database DATABASE = TestInlet.shared().database();
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
            "SELECT * FROM connections",
            "SELECT * FROM users",
            "DELETE FROM deliveries")) {
      assertDenied("inlet_journal", sql);
    }
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
            "SELECT response FROM attempts",
            "SELECT base_url FROM connections",
            "SELECT wrapped_key FROM organization_keys",
            "SELECT key FROM webhook_keys",
            "SELECT role FROM members",
            "SELECT email FROM users",
            "SELECT session_id FROM sessions",
            "SELECT name FROM api_keys",
            "SELECT email FROM invitations",
            "SELECT slug FROM organization_slugs",
            "SELECT link_id FROM account_links",
            "SELECT code_hash FROM recovery_codes",
            "SELECT message_ciphertext FROM mails",
            "SELECT subject FROM throttles")) {
      assertDenied("inlet_support", sql);
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
  @MethodSource("tables")
  void letsSupportChangeNothing(String table) throws SQLException {
    String column = firstColumn(table);

    assertDenied("inlet_support", "INSERT INTO %s DEFAULT VALUES".formatted(table));
    assertDenied("inlet_support", "UPDATE %s SET %s = NULL".formatted(table, column));
    assertDenied("inlet_support", "DELETE FROM %s".formatted(table));
    assertDenied("inlet_support", "TRUNCATE %s".formatted(table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void letsTheEraserInsertAndChangeNothing(String table) throws SQLException {
    assertDenied("inlet_eraser", "INSERT INTO %s DEFAULT VALUES".formatted(table));
    assertDenied("inlet_eraser", "UPDATE %s SET %s = NULL".formatted(table, firstColumn(table)));
    assertDenied("inlet_eraser", "TRUNCATE %s".formatted(table));
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
      assertDenied("inlet_eraser", "DELETE FROM " + table);
    }
    assertDenied("inlet_eraser", "UPDATE organization_slugs SET slug = 'mine'");
  }

  @Test
  void givesDeliveriesAPartitionOfTheirDay() throws SQLException {
    assertThat(
            query("SELECT count(*)::text FROM pg_inherits WHERE inhparent = 'deliveries'::regclass")
                .getFirst())
        .isEqualTo("6");
    assertThat(query("SELECT tableoid::regclass::text FROM ONLY deliveries_default")).isEmpty();
  }

  static List<String> tables() throws SQLException {
    return query(
        """
        SELECT c.relname FROM pg_class c
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
          AND c.relname <> 'flyway_schema_history'
        ORDER BY 1
        """);
  }

  private static String firstColumn(String table) throws SQLException {
    return query(
            "SELECT column_name FROM information_schema.columns WHERE table_name = '%s' AND ordinal_position = 1"
                .formatted(table))
        .getFirst();
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

  private static void assertDenied(String role, String sql) throws SQLException {
    try (Connection connection = as(role)) {
      set(connection, TENANT);
      assertThatThrownBy(() -> execute(connection, sql))
          .as(sql)
          .hasMessageContaining("permission denied");
    }
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

  private static Connection as(String role) throws SQLException {
    Connection connection = DATABASE.connect();
    execute(connection, "SET ROLE " + role);
    return connection;
  }

  private static void set(Connection connection, Tenant tenant) throws SQLException {
    execute(
        connection,
        "SELECT set_config('inlet.organization_id', '%s', false)".formatted(tenant.organization()));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> organizations(Connection connection, String table)
      throws SQLException {
    return strings(connection, "SELECT organization_id::text FROM " + table);
  }

  private static List<String> query(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect()) {
      return strings(connection, sql);
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }
}
