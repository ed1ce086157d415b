package dev.inlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Simulator;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an operator is told by the doctor. */
class DoctorTest {

  @Test
  void findsNothingWrongWithAnInstallationThatWorks() {
    TestInlet inlet = TestInlet.start(Map.of());
    try (MailServer mail = MailServer.up();
        Simulator simulator = Simulator.start()) {
      Tenant.connected(inlet, simulator);
      Map<String, Object> settings = new HashMap<>(mail.settings());
      settings.put("inlet.public-url", inlet.url().toString());

      List<String> lines = examine(inlet.database(), settings).text().lines().toList();

      assertThat(failures(lines)).isSubsetOf(losesWhatItCommits(lines));
      assertThat(lines)
          .anyMatch(line -> line.matches("ok +Database +PostgreSQL 18\\S* .*answers\\."))
          .anyMatch(line -> line.matches("ok +Database +inlet_owner may make roles\\."))
          .anyMatch(line -> line.matches("ok +Database +Its schema has version \\d+, as this.*"))
          .anyMatch(line -> line.matches("ok +Database +Its clock and this machine's are \\d ms.*"))
          .anyMatch(line -> line.matches("ok +Database +A node takes up to 16 connections.*"))
          .anyMatch(line -> line.matches("ok +E-mail +The mail server lets Inlet in\\."))
          .anyMatch(line -> line.matches("ok +Public address +A node answers at .*"))
          .anyMatch(line -> line.matches("warning +Public address +.* is not encrypted: .*"))
          .anyMatch(
              line -> line.matches("ok +Reach of iMIS +Each of 1 addresses of iMIS answers."));
    } finally {
      inlet.close();
    }
  }

  @Test
  void saysWhenNoOrganizationsImisCanBeReached() {
    TestInlet inlet = TestInlet.start(Map.of());
    try {
      Simulator simulator = Simulator.start();
      Tenant.connected(inlet, simulator);
      simulator.close();

      assertThat(examine(inlet.database(), Map.of()).text())
          .containsPattern("FAILURE +Reach of iMIS +None of 1 addresses of iMIS answers: check")
          .contains("takes no connection");
    } finally {
      inlet.close();
    }
  }

  @Test
  void saysWhenWhatIsCommittedMayBeLost() {
    TestPostgres.Database database = TestPostgres.newDatabase("doctor_loose");
    Sql.execute(database, "ALTER DATABASE doctor_loose SET synchronous_commit = on");
    assertThat(examine(database, Map.of()).text()).doesNotContain("synchronous_commit");

    Sql.execute(database, "ALTER DATABASE doctor_loose SET synchronous_commit = off");
    CommandResult result = examine(database, Map.of());
    assertThat(result.isWell()).isFalse();
    assertThat(result.text())
        .containsPattern("FAILURE +Database +What .*does not survive.* synchronous_commit to on");
  }

  @Test
  void migratesNothing() {
    TestPostgres.Database database = TestPostgres.newDatabase("doctor_empty");

    assertThat(examine(database, Map.of()).text())
        .containsPattern("warning +Database +It is empty: `migrate`");
    assertThat(Sql.rows(database, "SELECT relname FROM pg_class WHERE relname = 'deliveries'"))
        .isEmpty();

    migrateTo(database, "36");
    assertThat(examine(database, Map.of()).text())
        .containsPattern("warning +Database +Its schema has version 36, and \\d+ more to come");
    assertThat(examine(database, Map.of()).text()).contains("Its schema has version 36");
  }

  @Test
  void saysWhenADatabaseWasMigratedByANewerProgram() {
    TestPostgres.Database database = TestPostgres.newDatabase("doctor_newer");
    Application.command(settings(database, Map.of()), List.of("migrate"));
    Sql.execute(
        database,
        """
        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (10000, '9999', 'of the future', 'SQL', 'V9999__of_the_future.sql', 'inlet', 1, true)
        """);

    assertThat(examine(database, Map.of()).text())
        .containsPattern(
            "warning +Database +Its schema has version 9999, which this program does not know");
  }

  @Test
  void saysWhatIsNotThere() {
    TestPostgres.Database nowhere =
        new TestPostgres.Database("jdbc:postgresql://localhost:1/inlet", "inlet", "inlet");

    CommandResult result =
        examine(
            nowhere,
            Map.of(
                "inlet.smtp.host",
                "localhost",
                "inlet.smtp.port",
                1,
                "inlet.smtp.from",
                "inlet@inlet.example"));

    assertThat(result.isWell()).isFalse();
    assertThat(result.text())
        .containsPattern(
            "FAILURE +Database +PostgreSQL does not let Inlet in at INLET_DATABASE_URL")
        .containsPattern("FAILURE +E-mail +The mail server does not let Inlet in")
        .contains("2 to mend.");
  }

  @Test
  void readsAlsoSettingsThatOnlyANodeReads() {
    TestPostgres.Database database = TestPostgres.newDatabase("doctor_settings");

    assertThat(examine(database, Map.of("inlet.retention.days", 0)).text())
        .containsPattern("FAILURE +Configuration +INLET_RETENTION_DAYS");
    assertThat(examine(database, Map.of()).text())
        .containsPattern("ok +Configuration +Each setting can be read");
  }

  @Test
  void saysWhenTheKeyIsAnotherOne() {
    TestInlet inlet = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start()) {
      Tenant.connected(inlet, simulator);
      String other = Base64.getEncoder().encodeToString("o".repeat(32).getBytes(US_ASCII));

      assertThat(examine(inlet.database(), Map.of()).text()).containsPattern("ok +Keys ");
      assertThat(examine(inlet.database(), Map.of("inlet.secret-key", other)).text())
          .containsPattern("FAILURE +Keys +INLET_SECRET_KEY does not open the keys of 1 of 1 ");
    } finally {
      inlet.close();
    }
  }

  @Test
  void saysWhenADatabaseIsSomebodyElses() {
    TestPostgres.Database database = TestPostgres.newDatabase("doctor_foreign");
    Sql.execute(database, "CREATE TABLE somebodys (id integer)");

    assertThat(examine(database, Map.of()).text())
        .containsPattern("FAILURE +Database +Others' tables are in it");
  }

  @Test
  void migratesByCommand() {
    TestPostgres.Database database = TestPostgres.newDatabase("doctor_migrated");

    CommandResult result = Application.command(settings(database, Map.of()), List.of("migrate"));

    String version =
        Sql.rows(
                database,
                "SELECT max(version::int) FROM flyway_schema_history WHERE version IS NOT NULL")
            .getFirst();
    assertThat(result)
        .isEqualTo(CommandResult.done("The database has version %s.".formatted(version)));
  }

  private static List<String> failures(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("FAILURE")).toList();
  }

  /** The embedded PostgreSQL of tests does not flush. */
  private static List<String> losesWhatItCommits(List<String> lines) {
    return failures(lines).stream()
        .filter(line -> line.contains("does not survive a crash"))
        .toList();
  }

  private static void migrateTo(TestPostgres.Database database, String version) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private static CommandResult examine(
      TestPostgres.Database database, Map<String, Object> settings) {
    return Application.command(settings(database, settings), List.of("doctor"));
  }

  private static Map<String, Object> settings(
      TestPostgres.Database database, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("inlet.public-url", "http://localhost:1");
    settings.put("inlet.database.url", database.url());
    settings.put("inlet.database.user", database.user());
    settings.put("inlet.database.password", database.password());
    settings.put("inlet.secret-key", TestInlet.SECRET_KEY);
    settings.put("inlet.token-key", TestInlet.TOKEN_KEY);
    settings.put("inlet.outbound-allowed-networks", "127.0.0.0/8,::1/128");
    settings.putAll(more);
    return settings;
  }
}
