package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Sql;
import dev.inlet.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** V038 on a database that is in use. */
class MergedTermsMigrationTest {

  private static final String LIMITS =
      """
      SELECT c.relname, coalesce(array_to_string(c.reloptions, ','), '') FROM pg_inherits h
      JOIN pg_class c ON c.oid = h.inhrelid
      WHERE h.inhparent = 'ix_delivery_terms_terms'::regclass ORDER BY c.relname
      """;

  @Test
  void termsOfTheDaysThatAreWrittenToWaitAndThoseOfOlderOnesStayAsTheyAre() {
    TestPostgres.Database database = TestPostgres.newDatabase("terms_merged");
    migrateTo(database, "37");
    String days = "SELECT create_delivery_partitions((now() AT TIME ZONE 'UTC')::date %s)";
    assertThat(Sql.rows(database, days.formatted("- 3, 5"))).containsExactly("15");

    migrateTo(database, "latest");
    assertThat(Sql.rows(database, days.formatted("+ 2, 1"))).containsExactly("3");

    assertThat(Sql.rows(database, LIMITS))
        .extracting(row -> row.substring(row.indexOf('|') + 1))
        .containsExactly(
            "gin_pending_list_limit=512",
            "gin_pending_list_limit=512",
            "gin_pending_list_limit=16384",
            "gin_pending_list_limit=16384",
            "gin_pending_list_limit=16384",
            "gin_pending_list_limit=16384",
            "gin_pending_list_limit=16384");
  }

  private static void migrateTo(TestPostgres.Database database, String version) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .target(version)
        .load()
        .migrate();
  }
}
