package dev.inlet.platform.database;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.database.Distribution.Rule;
import dev.inlet.platform.database.Distribution.Violation;
import dev.inlet.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether the schema could be distributed with Citus: where each table would be kept, and what is
 * known to be in the way of it. docs/scaling.md says what would become of that.
 */
class DistributableSchemaTest {

  private static final TestPostgres.Database DATABASE = TestPostgres.newDatabase("distributable");
  private static final Path PAGE = Path.of("../docs/scaling.md");

  private static final Set<String> DISTRIBUTED =
      Set.of(
          "alert_endpoint_secrets",
          "alert_endpoints",
          "alert_incidents",
          "alert_messages",
          "alert_rule_members",
          "alert_rules",
          "api_keys",
          "attempts",
          "audit_events",
          "connections",
          "deliveries",
          "delivery_count_changes",
          "delivery_counts",
          "delivery_retention",
          "delivery_terms",
          "idempotency_keys",
          "invitations",
          "members",
          "organization_keys",
          "organizations",
          "replay_batch_deliveries",
          "replay_batches",
          "webhook_keys",
          "webhook_secrets",
          "webhook_verifications",
          "webhook_versions",
          "webhooks");

  private static final Set<String> REFERENCE = Set.of("organization_slugs", "users");

  /** Each with why it is neither distributed nor on every node. */
  private static final Map<String, String> LOCAL =
      Map.of(
          "account_links", "of users, and nothing distributed refers to it",
          "alert_mails", "counts by recipient, whichever organizations wrote to them",
          "flyway_schema_history", "Flyway's own",
          "mails", "one queue for all, and short",
          "recovery_codes", "of users, and nothing distributed refers to it",
          "sessions", "of users, and written too often for a copy on every node",
          "throttles", "written with every attempt, by subjects that belong to nobody yet");

  private static final String NOTIFIES =
      "NOTIFY of a shard reaches nobody who listens on the coordinator: tell from the application, in the same transaction";

  private static final String COUNTS =
      "writes its note on the same shard, so it may stay, with triggers let through; or else the journal writes the note";

  private static final String ASKS_MEMBERS =
      "asks for a user's memberships: find them out first, then work as each organization";

  /** What breaks a rule today, each with what would be done about it. */
  private static final Map<Violation, String> EXCEPTIONS =
      Map.ofEntries(
          entry(new Violation(Rule.TRIGGER, "organization_slugs notify_change"), NOTIFIES),
          entry(new Violation(Rule.TRIGGER, "connections notify_change"), NOTIFIES),
          entry(new Violation(Rule.TRIGGER, "webhooks notify_change"), NOTIFIES),
          entry(new Violation(Rule.TRIGGER, "webhook_keys notify_change"), NOTIFIES),
          entry(new Violation(Rule.TRIGGER, "webhook_verifications notify_change"), NOTIFIES),
          entry(new Violation(Rule.TRIGGER, "webhook_secrets notify_change"), NOTIFIES),
          entry(new Violation(Rule.TRIGGER, "deliveries count_ended"), COUNTS),
          entry(new Violation(Rule.TRIGGER, "deliveries count_changed"), COUNTS),
          entry(
              new Violation(Rule.TRIGGER, "organizations add_first_alert_rule"),
              "one statement more where organizations are founded"),
          entry(new Violation(Rule.POLICY, "organizations own_organizations"), ASKS_MEMBERS),
          entry(new Violation(Rule.POLICY, "audit_events written_by_member"), ASKS_MEMBERS),
          entry(
              new Violation(Rule.REPLICA_IDENTITY, "delivery_count_changes"),
              "a key of its own, or REPLICA IDENTITY FULL before shards are moved"));

  private static final Distribution TODAY =
      new Distribution(DISTRIBUTED, REFERENCE, LOCAL.keySet());

  @BeforeAll
  static void migrate() {
    Flyway.configure()
        .dataSource(DATABASE.url(), DATABASE.user(), DATABASE.password())
        .load()
        .migrate();
  }

  @Test
  void breaksNoRuleButWhereItIsKnownTo() throws SQLException {
    try (Connection connection = DATABASE.connect()) {
      assertThat(TODAY.violations(connection))
          .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }
  }

  @Test
  void isDescribedOnItsPage() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(
            Stream.of(
                    DISTRIBUTED.stream(),
                    REFERENCE.stream(),
                    LOCAL.keySet().stream(),
                    EXCEPTIONS.keySet().stream().map(each -> each.of().replaceFirst(".* ", "")))
                .flatMap(each -> each))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(Rule.DECIDED, "notes", "CREATE TABLE notes (organization_id uuid PRIMARY KEY)"),
        breach(Rule.THERE, "alert_mails", "DROP TABLE alert_mails"),
        breach(
            Rule.TENANT_COLUMN,
            "delivery_count_changes",
            "ALTER TABLE delivery_count_changes ALTER organization_id DROP NOT NULL"),
        breach(
            Rule.TENANT_COLUMN,
            "delivery_count_changes",
            "ALTER TABLE delivery_count_changes RENAME organization_id TO organization"),
        breach(
            Rule.TENANT_COLUMN,
            "idempotency_keys",
            instead("idempotency_keys", "organization_id text PRIMARY KEY")),
        breach(
            Rule.TENANT_COLUMN,
            "idempotency_keys",
            instead(
                "idempotency_keys",
                "id uuid, organization_id uuid GENERATED ALWAYS AS (id) STORED PRIMARY KEY")),
        breach(
            Rule.UNIQUE,
            "connections pk_connections",
            "ALTER TABLE connections DROP CONSTRAINT pk_connections, ADD CONSTRAINT pk_connections PRIMARY KEY (connection_id)"),
        breach(
            Rule.UNIQUE,
            "members uq_members_user",
            "ALTER TABLE members ADD CONSTRAINT uq_members_user UNIQUE (user_id)"),
        breach(
            Rule.UNIQUE,
            "webhooks uq_webhooks_name",
            "CREATE UNIQUE INDEX uq_webhooks_name ON webhooks (name) INCLUDE (organization_id)"),
        breach(
            Rule.UNIQUE,
            "webhooks ex_webhooks_name",
            "ALTER TABLE webhooks ADD CONSTRAINT ex_webhooks_name EXCLUDE (name WITH =)"),
        breach(
            Rule.REPLICA_IDENTITY,
            "alert_rule_members",
            "ALTER TABLE alert_rule_members DROP CONSTRAINT pk_alert_rule_members"),
        breach(
            Rule.FOREIGN_KEY_DIRECTION,
            "users fk",
            "ALTER TABLE users ADD home uuid CONSTRAINT fk REFERENCES organizations"),
        breach(
            Rule.FOREIGN_KEY_DIRECTION,
            "users fk",
            "ALTER TABLE users ADD mail_id uuid CONSTRAINT fk REFERENCES mails"),
        breach(
            Rule.FOREIGN_KEY_DIRECTION,
            "sessions fk",
            "ALTER TABLE sessions ADD home uuid CONSTRAINT fk REFERENCES organizations"),
        breach(
            Rule.FOREIGN_KEY_DIRECTION,
            "members fk",
            "ALTER TABLE members ADD session_id uuid CONSTRAINT fk REFERENCES sessions"),
        breach(
            Rule.FOREIGN_KEY_COLUMNS,
            "alert_messages fk",
            toEndpoints("(message_id, endpoint_id) REFERENCES alert_endpoints")),
        breach(
            Rule.FOREIGN_KEY_COLUMNS,
            "alert_messages fk",
            toEndpoints(
                "(organization_id, endpoint_id) REFERENCES alert_endpoints (endpoint_id, organization_id)")),
        breach(
            Rule.FOREIGN_KEY_ACTION,
            "alert_messages fk",
            toEndpoints(
                "(organization_id, endpoint_id) REFERENCES alert_endpoints ON DELETE SET NULL")),
        breach(
            Rule.FOREIGN_KEY_ACTION,
            "alert_messages fk",
            toEndpoints(
                "(organization_id, endpoint_id) REFERENCES alert_endpoints ON UPDATE CASCADE")),
        breach(
            Rule.TRIGGER,
            "members told",
            "CREATE TRIGGER told AFTER INSERT ON members FOR EACH ROW EXECUTE FUNCTION notify_definition_change()"),
        breach(
            Rule.TRIGGER,
            "users told",
            "CREATE TRIGGER told AFTER INSERT ON users FOR EACH STATEMENT EXECUTE FUNCTION notify_definition_change()"),
        breach(
            Rule.POLICY,
            "webhooks of_some",
            "CREATE POLICY of_some ON webhooks USING (organization_id IN (SELECT m.organization_id FROM members m))"),
        breach(
            Rule.POLICY,
            "webhooks of_some",
            "CREATE POLICY of_some ON webhooks FOR INSERT WITH CHECK (EXISTS (SELECT FROM members))"));
  }

  private static Arguments breach(Rule rule, String of, String sql) {
    return Arguments.of(new Violation(rule, of), sql);
  }

  private static String instead(String table, String columns) {
    return "DROP TABLE %1$s; CREATE TABLE %1$s (%2$s)".formatted(table, columns);
  }

  private static String toEndpoints(String foreignKey) {
    return "ALTER TABLE alert_messages ADD CONSTRAINT fk FOREIGN KEY " + foreignKey;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void findsWhatBreaksARuleAndNothingElse(Violation violation, String sql) throws SQLException {
    try (Connection connection = DATABASE.connect()) {
      connection.setAutoCommit(false);
      List<Violation> before = TODAY.violations(connection);

      execute(connection, sql);

      assertThat(TODAY.violations(connection))
          .filteredOn(found -> !before.contains(found))
          .containsExactly(violation);
      connection.rollback();
    }
  }

  @Test
  void findsATableInTwoLists() throws SQLException {
    try (Connection connection = DATABASE.connect()) {
      assertThat(
              new Distribution(DISTRIBUTED, Set.of("webhooks"), LOCAL.keySet())
                  .violations(connection))
          .contains(new Violation(Rule.ONCE, "webhooks"));
    }
  }

  @Test
  void saysOfANewTableWhatIsToBeDecided() {
    assertThat(new Violation(Rule.DECIDED, "notes"))
        .hasToString(
            "notes: is in none of the lists of DistributableSchemaTest. Decide: distributed, if its rows are of"
                + " organizations; reference, if distributed tables refer to it, or are looked up by it, and it is"
                + " seldom written; else local, and why. Then say so in docs/scaling.md, too");
  }
}
