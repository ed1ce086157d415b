package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few thousand deliveries are counted, and of more nobody is told that they were. */
class DeliveryCountApiTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @Test
  void isExactAsFarAsItIsCounted() {
    fill(9_999);
    assertThat(count("")).isEqualTo("10000|false");

    fill(1);
    assertThat(count("")).isEqualTo("10000|true");
    assertThat(count("?outcome=SUCCEEDED")).isEqualTo("0|false");
    assertThat(count("?q=nothing")).isEqualTo("0|false");
  }

  @Test
  void isAboutWhatWasCountedAsDeliveriesEnded() {
    Instant first = fill(12_344);
    String range = "?from=%s&to=%s".formatted(first.plusMillis(1_000), first.plusMillis(12_000));

    for (String added : new String[] {"not yet", "up"}) {
      assertThat(count("")).as(added).isEqualTo("12300|true");
      assertThat(count("?outcome=REJECTED")).as(added).isEqualTo("12300|true");
      assertThat(count("?webhookId=" + webhook.get("id").asText())).isEqualTo("12300|true");
      assertThat(count(range)).as(added).isEqualTo("11000|true");
      INLET.bean(CountWorker.class).addUp();
    }
  }

  @Test
  void takesWhatIsNotCountedToBeAsFrequentAsAmongTheNewest() {
    fill(23_999);
    change(
        "source_address = '192.0.2.7'", "(extract(epoch FROM received_at) * 1000)::bigint % 2 = 0");

    assertThat(Long.parseLong(count("?source=192.0.2.7").replace("|true", "")))
        .isBetween(11_900L, 12_100L);
    assertThat(count("?reason=SCHEMA_VIOLATED")).isEqualTo("24000|true");
  }

  @Test
  void knowsNothingOfWhatIsGone() {
    fill(12_344);
    asJournal(
        """
        INSERT INTO delivery_counts (organization_id, resolution, starts_at, webhook_id, succeeded, rejected, failed,
                                     unknown, duplicate, body_bytes, took)
        VALUES ('%s', 'HOUR', date_trunc('hour', now()) - interval '40 days', '%s', 0, 500000, 0, 0, 0, 0, '{}')
        """
            .formatted(tenant.organization(), webhook.get("id").asText()));

    assertThat(count("")).isEqualTo("12300|true");
  }

  /** Nothing knows their number but they themselves, and they are together in one index. */
  @Test
  void isAlwaysExactOfWhatIsUnderWay() {
    fill(12_344);
    change("outcome = 'QUEUED', deadline_at = now() + interval '1 day'", "true");

    assertThat(count("?outcome=QUEUED")).isEqualTo("12345|false");
  }

  @Test
  void isTheSameForSupportStaff() {
    fill(12_344);
    SupportPerson staff = SupportPerson.in(INLET);
    String path = "/api/support/deliveries/count";
    String here = "?organizationId=" + tenant.organization();

    assertThat(told(Tenant.json(staff.get(path + here)))).isEqualTo("12300|true");
    assertThat(told(Tenant.json(staff.get(path + here + "&reason=SCHEMA_VIOLATED"))))
        .isEqualTo("12300|true");
    for (String filter : new String[] {"", "?reason=SCHEMA_VIOLATED", "?q=127.0.0.1"}) {
      JsonNode all = Tenant.json(staff.get(path + filter));
      assertThat(all.get("isEstimate").asBoolean()).as(filter).isTrue();
      assertThat(all.get("count").asLong()).as(filter).isGreaterThanOrEqualTo(10_000);
    }
    assertThat(told(Tenant.json(staff.get(path + "?to=1999-01-01T00:00:00Z"))))
        .isEqualTo("0|false");
  }

  @ParameterizedTest
  @CsvSource({
    "10001, 10000",
    "12349, 12300",
    "12350, 12400",
    "999600, 1000000",
    "1234567, 1230000"
  })
  void tellsNoMoreDigitsThanAreTrue(long number, long told) {
    assertThat(DeliveryCount.about(number)).isEqualTo(new DeliveryCount(told, true));
  }

  private String count(String query) {
    return told(Tenant.json(tenant.get("/deliveries/count" + query)));
  }

  private static String told(JsonNode count) {
    return count.get("count").asText() + "|" + count.get("isEstimate").asText();
  }

  /** A rejected delivery, and copies of it a millisecond after each other; tells when it came. */
  private Instant fill(int copies) {
    JsonNode delivery = tenant.delivery(tenant.deliver(webhook, "{}"));
    asJournal(
        """
        INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, reason,
                                source_address, headers, body, deadline_at, finished_at, first_outcome)
        SELECT '%s', '%s'::timestamptz + n * interval '1 millisecond', gen_random_uuid(), '%s', 1, 'REJECTED',
               'SCHEMA_VIOLATED', '127.0.0.1', '{}', '', now(), now(), 'REJECTED'
        FROM generate_series(1, %d) n
        """
            .formatted(
                tenant.organization(),
                delivery.get("receivedAt").asText(),
                webhook.get("id").asText(),
                copies));
    return Instant.parse(delivery.get("receivedAt").asText());
  }

  private void change(String to, String where) {
    Sql.execute(
        INLET,
        """
        BEGIN;
        ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes NO FORCE ROW LEVEL SECURITY;
        UPDATE deliveries SET %s WHERE organization_id = '%s' AND %s;
        ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes FORCE ROW LEVEL SECURITY;
        COMMIT
        """
            .formatted(to, tenant.organization(), where));
  }

  private static void asJournal(String sql) {
    Sql.execute(INLET, "BEGIN; SET LOCAL ROLE inlet_journal; %s; COMMIT".formatted(sql));
  }
}
