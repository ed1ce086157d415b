package dev.inlet.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where Citus would keep each table, and the rules by which it takes a schema that is kept so.
 * docs/scaling.md tells where each rule is from.
 *
 * @param distributed those that are split among nodes by {@code organization_id}
 * @param reference those that each node has a copy of
 * @param local those that stay on the coordinator
 */
record Distribution(Set<String> distributed, Set<String> reference, Set<String> local) {

  private static final String TABLES =
      """
      WITH listed (name, kind) AS (
        SELECT unnest(?::text[]), 'DISTRIBUTED'
        UNION ALL SELECT unnest(?::text[]), 'REFERENCE'
        UNION ALL SELECT unnest(?::text[]), 'LOCAL'),
      tables AS (
        SELECT c.oid::regclass AS name, c.relreplident, l.kind
        FROM pg_class c LEFT JOIN listed l ON l.name = c.relname
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace),
      foreign_keys AS (
        SELECT concat_ws(' ', c.conrelid::regclass, c.conname) AS name, f.kind AS of_kind, t.kind AS to_kind,
               c.confdeltype, c.confupdtype, p.of_tenant, p.to_tenant
        FROM pg_constraint c
        JOIN tables f ON f.name = c.conrelid
        JOIN tables t ON t.name = c.confrelid
        CROSS JOIN LATERAL (
          SELECT max(k.place) FILTER (WHERE a.attname = 'organization_id') AS of_tenant,
                 max(k.place) FILTER (WHERE b.attname = 'organization_id') AS to_tenant
          FROM unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (of_column, to_column, place)
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.of_column
          JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.to_column) p
        WHERE c.contype = 'f')
      """;

  /** What a schema has to be like; each finds what is not. */
  enum Rule {
    DECIDED(
        "is in none of the lists of DistributableSchemaTest. Decide: distributed, if its rows are of organizations;"
            + " reference, if distributed tables refer to it, or are looked up by it, and it is seldom written;"
            + " else local, and why. Then say so in docs/scaling.md, too",
        "SELECT name::text FROM tables WHERE kind IS NULL"),

    ONCE("is in more than one list", "SELECT name FROM listed GROUP BY name HAVING count(*) > 1"),

    THERE(
        "is in a list and not in the schema",
        "SELECT name FROM listed WHERE name NOT IN (SELECT name::text FROM tables)"),

    TENANT_COLUMN(
        "a distributed table needs organization_id: a uuid as in all others, NOT NULL and not generated",
        """
        SELECT t.name::text FROM tables t
        WHERE t.kind = 'DISTRIBUTED' AND NOT EXISTS (
          SELECT FROM pg_attribute a
          WHERE a.attrelid = t.name AND a.attname = 'organization_id' AND a.atttypid = 'uuid'::regtype
            AND a.attnotnull AND a.attgenerated = '')
        """),

    UNIQUE(
        "what is unique in a distributed table is so within one node: organization_id must be part of it",
        """
        SELECT concat_ws(' ', t.name, x.indexrelid::regclass)
        FROM tables t JOIN pg_index x ON x.indrelid = t.name
        WHERE t.kind = 'DISTRIBUTED' AND (x.indisunique OR x.indisexclusion) AND NOT EXISTS (
          SELECT FROM generate_series(0, x.indnkeyatts - 1) AS place
          JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[place]
          WHERE a.attname = 'organization_id')
        """),

    REPLICA_IDENTITY(
        "without a primary key or replica identity shards are moved only while nobody writes",
        """
        SELECT t.name::text FROM tables t
        WHERE t.kind = 'DISTRIBUTED' AND t.relreplident NOT IN ('f', 'i')
          AND NOT (t.relreplident = 'd'
                   AND EXISTS (SELECT FROM pg_index x WHERE x.indrelid = t.name AND x.indisprimary))
        """),

    FOREIGN_KEY_DIRECTION(
        "a foreign key may lead from a distributed table to a distributed or a reference table, from a reference"
            + " table to another one, and from a local table to a local or a reference table",
        """
        SELECT name FROM foreign_keys
        WHERE (of_kind, to_kind) NOT IN (('DISTRIBUTED', 'DISTRIBUTED'), ('DISTRIBUTED', 'REFERENCE'),
                                         ('REFERENCE', 'REFERENCE'), ('LOCAL', 'LOCAL'), ('LOCAL', 'REFERENCE'))
        """),

    FOREIGN_KEY_COLUMNS(
        "a foreign key between distributed tables must have organization_id on both sides, in the same place",
        """
        SELECT name FROM foreign_keys
        WHERE of_kind = 'DISTRIBUTED' AND to_kind = 'DISTRIBUTED'
          AND (of_tenant IS NULL OR of_tenant IS DISTINCT FROM to_tenant)
        """),

    FOREIGN_KEY_ACTION(
        "a foreign key with organization_id may not be ON DELETE SET NULL or SET DEFAULT, nor ON UPDATE CASCADE, SET NULL"
            + " or SET DEFAULT",
        """
        SELECT name FROM foreign_keys
        WHERE of_kind = 'DISTRIBUTED' AND of_tenant IS NOT NULL
          AND (confdeltype IN ('n', 'd') OR confupdtype IN ('c', 'n', 'd'))
        """),

    TRIGGER(
        "triggers of distributed and reference tables are refused, or else run on the shards, on another node",
        """
        SELECT concat_ws(' ', t.name, g.tgname) FROM tables t JOIN pg_trigger g ON g.tgrelid = t.name
        WHERE t.kind IN ('DISTRIBUTED', 'REFERENCE') AND NOT g.tgisinternal
        """),

    POLICY(
        "policies of distributed tables may have no subquery",
        """
        SELECT concat_ws(' ', t.name, p.polname) FROM tables t JOIN pg_policy p ON p.polrelid = t.name
        WHERE t.kind IN ('DISTRIBUTED', 'REFERENCE')
          AND concat(p.polqual::text, p.polwithcheck::text) LIKE '%{SUBLINK %'
        """);

    private final String sentence;
    private final String sql;

    Rule(String sentence, String sql) {
      this.sentence = sentence;
      this.sql = sql;
    }
  }

  /**
   * Something that breaks a rule.
   *
   * @param of a table, or a table and the name of something of it
   */
  record Violation(Rule rule, String of) {

    @Override
    public String toString() {
      return "%s: %s".formatted(of, rule.sentence);
    }
  }

  /** What Citus would not take of the schema as this connection sees it. */
  List<Violation> violations(Connection connection) throws SQLException {
    List<Violation> violations = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      try (PreparedStatement statement = connection.prepareStatement(TABLES + rule.sql)) {
        statement.setArray(1, connection.createArrayOf("text", distributed.toArray()));
        statement.setArray(2, connection.createArrayOf("text", reference.toArray()));
        statement.setArray(3, connection.createArrayOf("text", local.toArray()));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            violations.add(new Violation(rule, rows.getString(1)));
          }
        }
      }
    }
    return violations;
  }
}
