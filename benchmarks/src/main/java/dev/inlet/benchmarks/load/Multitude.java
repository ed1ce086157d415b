package dev.inlet.benchmarks.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.benchmarks.Imis;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Tenant;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.OrganizationId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Organizations by the thousand, each with webhooks and a connection, copied from one that was
 * founded as people do it. Each has a password of its own under a key of its own.
 *
 * @param each how many webhooks each has
 */
record Multitude(int organizations, int each) {

  private static final String KEY = "benchmark-webhook-key-";
  private static final int AT_ONCE = 1_000;

  /**
   * Makes them.
   *
   * @param webhook the definition of each
   */
  void fill(Installation inlet, Imis imis, ObjectNode webhook)
      throws IOException, SQLException, InterruptedException {
    List<Secret> secrets =
        inlet.prepare(
            node -> {
              String _ = Tenant.found(node, "template", imis).create(webhook);
              inlet.run(rows());
              return encrypt(
                  node,
                  inlet.ids("SELECT organization_id FROM organizations WHERE slug LIKE 'many-%'"),
                  imis.password());
            });
    // While no node listens: each would look for what waited for the connection.
    connect(inlet, secrets, imis);
    inlet.run("VACUUM (ANALYZE)");
    inlet.run("CHECKPOINT");
  }

  private String rows() {
    return """
        BEGIN;
        INSERT INTO organization_slugs (organization_id, slug)
        SELECT gen_random_uuid(), 'many-' || n FROM generate_series(1, %1$d) n;
        INSERT INTO organizations (organization_id, slug, name)
        SELECT organization_id, slug, slug FROM organization_slugs WHERE slug LIKE 'many-%%';
        INSERT INTO webhooks (organization_id, webhook_id, name, version_number)
        SELECT organization_id, gen_random_uuid(), 'Webhook ' || n, 1
        FROM organizations, generate_series(1, %2$d) n WHERE slug LIKE 'many-%%';
        INSERT INTO webhook_versions (organization_id, webhook_id, number, schema, action, acknowledgement, deadline_ms)
        SELECT w.organization_id, w.webhook_id, 1, t.schema, t.action, t.acknowledgement, t.deadline_ms
        FROM webhooks w JOIN organizations o USING (organization_id), webhook_versions t
        WHERE o.slug LIKE 'many-%%' AND t.organization_id = (SELECT organization_id FROM organizations WHERE slug = 'template');
        INSERT INTO webhook_keys (organization_id, key, webhook_id)
        SELECT w.organization_id, '%3$s' || split_part(w.name, ' ', 2), w.webhook_id
        FROM webhooks w JOIN organizations o USING (organization_id) WHERE o.slug LIKE 'many-%%';
        COMMIT;
        """
        .formatted(organizations, each, KEY);
  }

  /** A connection's password, which only its own row opens. */
  private record Secret(OrganizationId organization, UUID connection, byte[] ciphertext) {}

  private static List<Secret> encrypt(Node node, List<UUID> organizations, String password) {
    Database database = node.bean(Database.class);
    SecretCipher cipher = node.bean(SecretCipher.class);
    List<Secret> secrets = new ArrayList<>();
    for (int i = 0; i < organizations.size(); i += AT_ONCE) {
      List<UUID> some = organizations.subList(i, Math.min(i + AT_ONCE, organizations.size()));
      secrets.addAll(
          database.acrossOrganizations(
              handle ->
                  some.stream()
                      .map(id -> encrypt(handle, cipher, new OrganizationId(id), password))
                      .toList()));
    }
    return secrets;
  }

  private static Secret encrypt(
      Handle handle, SecretCipher cipher, OrganizationId organization, String password) {
    Database.actFor(handle, organization);
    UUID connection = UUID.randomUUID();
    return new Secret(
        organization, connection, cipher.encrypt(handle, organization, connection, password));
  }

  private static void connect(Installation inlet, List<Secret> secrets, Imis imis)
      throws SQLException {
    try (Connection database = inlet.connect();
        PreparedStatement insert =
            database.prepareStatement(
                """
                INSERT INTO connections (organization_id, connection_id, edition, base_url, username,
                                         password_ciphertext, time_zone, concurrent_calls_max)
                VALUES (?, ?, 'EMS', ?, ?, ?, 'America/New_York', ?)
                """)) {
      for (Secret secret : secrets) {
        insert.setObject(1, secret.organization().value());
        insert.setObject(2, secret.connection());
        insert.setString(3, imis.baseUrl().toString());
        insert.setString(4, imis.username());
        insert.setBytes(5, secret.ciphertext());
        insert.setInt(6, imis.callsMax());
        insert.addBatch();
      }
      int[] _ = insert.executeBatch();
    }
  }

  /** The path of an open URL, of so many's so manieth; both count from 1. */
  private static String path(int organization, int webhook) {
    return "/hooks/many-%d/%s%d".formatted(organization, KEY, webhook);
  }

  /** All open URLs: first one of each organization, then another one of each, and so on. */
  Stream<String> paths() {
    return IntStream.rangeClosed(1, each)
        .boxed()
        .flatMap(
            webhook ->
                IntStream.rangeClosed(1, organizations)
                    .mapToObj(organization -> path(organization, webhook)));
  }
}
