package dev.inlet.deliveries;

import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;

/** Many copies of an organization's newest delivery, written past the journal. */
final class CopiedDeliveries {

  private CopiedDeliveries() {}

  /** Each a millisecond later than the one before. */
  static void after(Tenant tenant, int copies) {
    copy(TestInlet.shared(), tenant, "d.received_at + n * interval '1 millisecond'", copies);
  }

  /** Each a millisecond earlier than the one before. */
  static void before(TestInlet inlet, Tenant tenant, int copies) {
    copy(inlet, tenant, "d.received_at - n * interval '1 millisecond'", copies);
  }

  /** Each a second later than the one before, from noon (UTC) of so many days ago on. */
  static void daysAgo(Tenant tenant, int days, int copies) {
    Sql.execute(
        TestInlet.shared(),
        "SELECT create_delivery_partitions((now() AT TIME ZONE 'UTC')::date - %d, 1)"
            .formatted(days));
    copy(
        TestInlet.shared(),
        tenant,
        "date_trunc('day', now(), 'UTC') - interval '%d hours' + n * interval '1 second'"
            .formatted(24 * days - 12),
        copies);
  }

  private static void copy(TestInlet inlet, Tenant tenant, String at, int copies) {
    Sql.execute(
        inlet,
        """
        BEGIN;
        ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_terms NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes NO FORCE ROW LEVEL SECURITY;
        CREATE TEMP TABLE copies ON COMMIT DROP AS
        SELECT *, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(random, 1, 3)
                   || '8' || substr(random, 4, 15))::uuid AS id
        FROM (SELECT d.*, t.terms, (%s)::timestamptz(3) AS at, md5(n::text) AS random
              FROM (SELECT * FROM deliveries WHERE organization_id = '%s' ORDER BY received_at DESC LIMIT 1) d
              LEFT JOIN delivery_terms t USING (organization_id, received_at, delivery_id), generate_series(1, %d) n) c;
        INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, reason,
                                source_address, headers, body, deadline_at, finished_at, first_outcome)
        SELECT organization_id, at, id, webhook_id, version_number, outcome, reason, source_address, headers, body,
               deadline_at, finished_at, first_outcome FROM copies;
        INSERT INTO delivery_terms SELECT organization_id, at, id, terms FROM copies WHERE terms IS NOT NULL;
        ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_terms FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes FORCE ROW LEVEL SECURITY;
        COMMIT
        """
            .formatted(at, tenant.organization(), copies));
  }
}
