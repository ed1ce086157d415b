package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Sql;
import dev.inlet.testing.TestInlet;
import org.junit.jupiter.api.Test;

class StoredBodyTest {

  @Test
  void postgresqlCompressesABodyOfAnyDayQuicklyOrNotAtAll() {
    TestInlet.shared().bean(Partitions.class).ensure();

    assertThat(
            Sql.rows(
                TestInlet.shared(),
                """
                SELECT count(*) > 2, bool_and(a.attcompression = 'l' OR a.attstorage = 'e')
                FROM pg_partition_tree('deliveries') AS day
                JOIN pg_attribute a ON a.attrelid = day.relid AND a.attname = 'body'
                """))
        .containsExactly("t|t");
  }
}
