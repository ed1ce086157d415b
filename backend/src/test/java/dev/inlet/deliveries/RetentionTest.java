package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final TestInlet INLET = TestInlet.start(Map.of("inlet.retention.days", 40));
  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
    INLET.close();
  }

  @Test
  void aDayIsDroppedWholeOnceNobodyKeepsIt() {
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    for (int days : new int[] {39, 40, 41, 45}) {
      makeDay(days);
    }

    INLET.bean(Retention.class).forgetOld();

    assertThat(daysBefore(38)).containsExactly("39", "40");
    assertThat(list()).hasSize(1);
  }

  @Test
  void anOrganizationMayKeepLess() {
    String old = tenant.delivery(tenant.deliver(webhook, "{}")).get("id").asText();
    makeDay(2);
    moveTo(old, DeliveryId.at(Instant.now().minus(Duration.ofDays(2))));
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    Tenant other = Tenant.connected(INLET, SIMULATOR);
    JsonNode others = other.createWebhook(Definitions.sample());
    other.deliver(others, "{}");

    assertThat(set("3").statusCode()).isEqualTo(200);
    INLET.bean(Retention.class).forgetOld();
    assertThat(list()).hasSize(2);
    assertThat(set("1").statusCode()).isEqualTo(200);
    INLET.bean(Retention.class).forgetOld();

    assertThat(list()).hasSize(1);
    for (String table : List.of("deliveries", "attempts", "delivery_terms")) {
      assertThat(Sql.rowsOf(tenant.organization(), INLET, "SELECT count(*) FROM " + table))
          .as(table)
          .containsExactly("1");
    }
    assertThat(Tenant.json(other.get("/deliveries")).get("items")).hasSize(1);
  }

  @Test
  void whatWaitsForItsNextAttemptIsKeptUntilItHasEnded() {
    String waiting = tenant.delivery(tenant.deliver(webhook, "{}")).get("id").asText();
    DeliveryId old = DeliveryId.at(Instant.now().minus(Duration.ofDays(2)));
    makeDay(2);
    moveTo(waiting, old);
    setOutcome(old, "QUEUED");
    set("1");

    INLET.bean(Retention.class).forgetOld();
    assertThat(list()).hasSize(1);
    setOutcome(old, "FAILED");
    INLET.bean(Retention.class).forgetOld();

    assertThat(list()).isEmpty();
  }

  @Test
  void aDayInWhichSomethingWaitsIsDroppedThreeDaysLater() {
    String waiting = tenant.delivery(tenant.deliver(webhook, "{}")).get("id").asText();
    DeliveryId old = DeliveryId.at(Instant.now().minus(Duration.ofDays(42)));
    makeDay(42);
    makeDay(43);
    makeDay(44);
    moveTo(waiting, old);
    setOutcome(old, "QUEUED");

    INLET.bean(Retention.class).forgetOld();
    assertThat(daysBefore(42)).containsExactly("42", "43");
    setOutcome(old, "FAILED");
    INLET.bean(Retention.class).forgetOld();

    assertThat(daysBefore(42)).isEmpty();
  }

  /** Not due for a day: nobody else ends it. */
  private void setOutcome(DeliveryId id, String outcome) {
    Sql.execute(
        INLET,
        """
        SET ROLE inlet_journal;
        UPDATE deliveries SET outcome = '%s', deadline_at = now() + interval '1 day' WHERE delivery_id = '%s'
        """
            .formatted(outcome, id));
  }

  @Test
  void saysHowLongAndHowMuch() {
    JsonNode before = Tenant.json(tenant.get("/deliveries/retention"));
    tenant.deliver(webhook, "{\"firstName\":\"Homer\"}");
    INLET.bean(CountWorker.class).addUp();
    tenant.deliver(webhook, "{}");
    set("7");
    JsonNode after = Tenant.json(tenant.get("/deliveries/retention"));

    assertThat(before.get("days").isNull()).isTrue();
    assertThat(before.get("daysMax").asInt()).isEqualTo(40);
    assertThat(before.get("bodyBytes").asLong()).isZero();
    assertThat(after.get("days").asInt()).isEqualTo(7);
    assertThat(after.get("bodyBytes").asLong())
        .isEqualTo("{\"firstName\":\"Homer\"}".length() + "{}".length());
    set("null");
    assertThat(Tenant.json(tenant.get("/deliveries/retention")).get("days").isNull()).isTrue();
  }

  @Test
  void refusesToKeepLongerThanTheInstallation() {
    for (String days : List.of("0", "-1", "41", "100000", "\"x\"")) {
      assertThat(set(days).statusCode()).as(days).isIn(400, 422);
    }
  }

  @Test
  void noticesRowsThatNoDayWasMadeFor() {
    String id = tenant.delivery(tenant.deliver(webhook, "{}")).get("id").asText();
    INLET.bean(Retention.class).forgetOld();
    double before = strayRows();
    DeliveryId stray = DeliveryId.at(Instant.parse("2020-01-01T00:00:00Z"));
    moveTo(id, stray);

    INLET.bean(Retention.class).forgetOld();

    assertThat(before).isZero();
    assertThat(strayRows()).isEqualTo(1);
    moveTo(stray.toString(), DeliveryId.at(Instant.now()));
  }

  /** PostgreSQL reads what it knows of a day's terms whenever it plans a look for some of them. */
  @Test
  void littleIsKeptInMindOfTheTermsOfADayToPlanSearches() {
    makeDay(40);

    assertThat(
            Sql.rows(
                INLET,
                """
                SELECT DISTINCT attstattarget FROM pg_attribute
                WHERE attname = 'terms' AND attrelid::regclass::text ~ '^delivery_terms_[0-9]{8}$'
                """))
        .containsExactly("10");
  }

  private static double strayRows() {
    return INLET.bean(MeterRegistry.class).get("inlet.journal.stray.rows").gauge().value();
  }

  private HttpResponse<String> set(String days) {
    return tenant.put("/deliveries/retention", Definitions.read("{\"days\":" + days + "}"));
  }

  private JsonNode list() {
    return Tenant.json(tenant.get("/deliveries")).get("items");
  }

  private static void makeDay(int daysBack) {
    Sql.execute(
        INLET,
        "SELECT create_delivery_partitions((now() AT TIME ZONE 'UTC')::date - %d, 1)"
            .formatted(daysBack));
  }

  /** Which days there are that lie so many days back or more. */
  private static List<String> daysBefore(int days) {
    return Sql.rows(
        INLET,
        """
        SELECT DISTINCT (now() AT TIME ZONE 'UTC')::date - to_date(right(relname, 8), 'YYYYMMDD') AS age FROM pg_class
        WHERE relname ~ '^(deliveries|attempts|delivery_terms)_[0-9]{8}$'
          AND (now() AT TIME ZONE 'UTC')::date - to_date(right(relname, 8), 'YYYYMMDD') >= %d
        ORDER BY age
        """
            .formatted(days));
  }

  /** As if it had been received then. Its id says so, too. */
  private static void moveTo(String id, DeliveryId then) {
    Sql.execute(
        INLET,
        """
        BEGIN;
        ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes NO FORCE ROW LEVEL SECURITY;
        UPDATE deliveries SET received_at = '%s', delivery_id = '%s' WHERE delivery_id = '%s';
        ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes FORCE ROW LEVEL SECURITY;
        COMMIT
        """
            .formatted(then.receivedAt(), then, id));
  }
}
