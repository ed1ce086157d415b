package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.identity.Founding;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.tenancy.OrganizationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The organizations, and the webhooks of each.
 *
 * @param members the first is the largest, and has somebody who signs in
 */
record Population(List<Member> members) {

  static final String EMAIL = "owner@inlet.example";
  static final String PASSWORD = "a long password for benchmarks";

  private static final double SHARE_OF_LARGEST = 0.4;
  private static final double SHARE_OF_FIRST_WEBHOOK = 0.5;
  private static final int WEBHOOKS_OF_LARGEST = 20;
  private static final int WEBHOOKS = 5;

  /** One organization. */
  record Member(OrganizationId organization, List<UUID> webhooks) {

    /** Half of what arrives arrives at one webhook. */
    UUID webhook(RandomGenerator random) {
      return random.nextDouble() < SHARE_OF_FIRST_WEBHOOK
          ? webhooks.getFirst()
          : webhooks.get(random.nextInt(webhooks.size()));
    }
  }

  Member largest() {
    return members.getFirst();
  }

  /** Whose next delivery is. */
  Member any(RandomGenerator random) {
    return members.size() == 1 || random.nextDouble() < SHARE_OF_LARGEST
        ? largest()
        : members.get(1 + random.nextInt(members.size() - 1));
  }

  /** Makes them in an empty database: the largest as a customer would, the others as rows. */
  static Population create(Node node, Postgres postgres, String database, int organizations)
      throws SQLException {
    Founding founding = node.bean(Founding.class);
    OrganizationId largest =
        founding.found(
            "Largest Association",
            new Slug("largest"),
            new Founding.Owner("Olive Owner", EMAIL, PASSWORD));
    List<Member> members = new ArrayList<>();
    members.add(new Member(largest, ids(WEBHOOKS_OF_LARGEST)));
    for (int i = 1; i < organizations; i++) {
      members.add(new Member(new OrganizationId(UUID.randomUUID()), ids(WEBHOOKS)));
    }
    try (Connection connection = postgres.connect(database)) {
      connection.setAutoCommit(false);
      for (int i = 1; i < organizations; i++) {
        insertOrganization(connection, members.get(i).organization(), "organization-" + i);
      }
      for (Member member : members) {
        for (int i = 0; i < member.webhooks().size(); i++) {
          insertWebhook(connection, member.organization(), member.webhooks().get(i), "Form " + i);
        }
      }
      connection.commit();
    }
    return new Population(members);
  }

  /** Those that an earlier run left. */
  static Population find(Postgres postgres, String database) throws SQLException {
    List<Member> members = new ArrayList<>();
    try (Connection connection = postgres.connect(database);
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT o.organization_id, array_agg(w.webhook_id ORDER BY length(w.name), w.name) AS webhooks
                FROM organizations o JOIN webhooks w ON w.organization_id = o.organization_id
                GROUP BY o.organization_id, o.slug ORDER BY o.slug <> 'largest', o.organization_id
                """);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        members.add(
            new Member(
                new OrganizationId(rows.getObject(1, UUID.class)),
                List.of((UUID[]) rows.getArray(2).getArray())));
      }
    }
    return new Population(members);
  }

  private static List<UUID> ids(int count) {
    return IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID()).toList();
  }

  private static void insertOrganization(Connection connection, OrganizationId id, String slug)
      throws SQLException {
    execute(
        connection,
        "INSERT INTO organization_slugs (organization_id, slug) VALUES (?, ?)",
        id.value(),
        slug);
    execute(
        connection,
        "INSERT INTO organizations (organization_id, slug, name) VALUES (?, ?, ?)",
        id.value(),
        slug,
        "Association " + slug);
  }

  private static void insertWebhook(
      Connection connection, OrganizationId organization, UUID webhook, String name)
      throws SQLException {
    execute(
        connection,
        "INSERT INTO webhooks (organization_id, webhook_id, name, version_number) VALUES (?, ?, ?, 1)",
        organization.value(),
        webhook,
        name);
    execute(
        connection,
        """
        INSERT INTO webhook_versions (organization_id, webhook_id, number, schema, action, acknowledgement, deadline_ms)
        VALUES (?, ?, 1, ?::json, ?::json, 'AFTER_ACTION', 10000)
        """,
        organization.value(),
        webhook,
        Forms.SCHEMA,
        Forms.ACTION);
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
