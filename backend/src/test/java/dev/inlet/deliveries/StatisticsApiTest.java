package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StatisticsApiTest {

  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void tellsEachWebhooksLastDeliveryAndItsLastDay() {
    JsonNode idle = tenant.createWebhook(Definitions.sample().put("name", "Idle"));
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    String last = tenant.delivery(tenant.deliver(webhook, "{}")).get("id").asText();

    JsonNode busy = activity(webhook);
    JsonNode silent = activity(idle);

    assertThat(busy.at("/lastDelivery/id").asText()).isEqualTo(last);
    assertThat(busy.at("/lastDelivery/outcome").asText()).isEqualTo("REJECTED");
    assertThat(busy.get("hours")).hasSize(24);
    assertThat(sum(busy.get("hours"), "succeeded")).isEqualTo(1);
    assertThat(sum(busy.get("hours"), "rejected")).isEqualTo(1);
    assertThat(silent.get("lastDelivery").isNull()).isTrue();
    assertThat(silent.get("hours")).hasSize(24);
    assertThat(sum(silent.get("hours"), "succeeded")).isZero();
  }

  @Test
  void forgetsADeletedWebhook() {
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    tenant.delete("/webhooks/" + webhook.get("id").asText());

    assertThat(Tenant.json(tenant.get("/deliveries/activity")).get("items")).isEmpty();
  }

  @Test
  void countsOverTimeWithHowLongItTook() {
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    tenant.deliver(webhook, "{}");

    JsonNode day = statistics("");
    JsonNode other = statistics("?webhookId=" + tenant.organization());

    assertThat(sum(day.get("buckets"), "succeeded")).isEqualTo(1);
    assertThat(sum(day.get("buckets"), "rejected")).isEqualTo(1);
    JsonNode bucket = last(day);
    assertThat(bucket.get("medianMs").asInt()).isPositive();
    assertThat(bucket.get("p95Ms").asInt()).isGreaterThanOrEqualTo(bucket.get("medianMs").asInt());
    assertThat(day.at("/buckets/0/medianMs").isNull()).isTrue();
    assertThat(sum(other.get("buckets"), "succeeded")).isZero();
  }

  @Test
  void cutsAnyPeriodAtRoundTimesIntoFewParts() {
    for (Duration length :
        new Duration[] {
          Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(31)
        }) {
      Instant to = Instant.parse("2026-03-01T10:17:23Z");
      JsonNode answer = statistics("?from=%s&to=%s".formatted(to.minus(length), to));

      JsonNode buckets = answer.get("buckets");
      long seconds = answer.get("bucketSeconds").asLong();
      assertThat(buckets).as("parts of %s", length).hasSizeBetween(2, 98);
      assertThat(answer.get("from").asText()).isEqualTo(to.minus(length).toString());
      assertThat(answer.get("to").asText()).isEqualTo(to.toString());
      assertThat(buckets.get(0).get("startsAt")).isEqualTo(answer.get("from"));
      for (int i = 1; i < buckets.size(); i++) {
        assertThat(startsAt(buckets, i) % seconds).isZero();
        assertThat(startsAt(buckets, i) - startsAt(buckets, i - 1)).isBetween(1L, seconds);
      }
      assertThat(to.getEpochSecond() - startsAt(buckets, buckets.size() - 1))
          .isBetween(1L, seconds);
    }
  }

  @Test
  void countsWhatTheListOfTheSamePeriodShows() throws JournalException {
    for (String time : List.of("10:04:59", "10:05:00", "10:17:22", "10:17:23")) {
      reject(Instant.parse("2026-03-01T%sZ".formatted(time)));
    }
    String period = "?from=2026-03-01T10:05:00Z&to=2026-03-01T10:17:23Z";

    JsonNode list = Tenant.json(tenant.get("/deliveries" + period)).get("items");

    assertThat(list).hasSize(2);
    assertThat(sum(statistics(period).get("buckets"), "rejected")).isEqualTo(2);
  }

  @Test
  void looksNoFurtherBackForALastDeliveryThanItSays() throws JournalException {
    Instant now = Instant.now();
    reject(now.minus(Duration.ofDays(32)));
    JsonNode silent = activity(webhook);
    reject(now.minus(Duration.ofDays(30)));

    assertThat(silent.get("lastDelivery").isNull()).isTrue();
    assertThat(activity(webhook).at("/lastDelivery/outcome").asText()).isEqualTo("REJECTED");
  }

  @Test
  void refusesWhatIsNoPeriodOrTooLong() {
    for (String query :
        new String[] {
          "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
          "?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z",
          "?from=-999999999-01-01T00:00:00Z",
          "?to=+1000000000-12-31T23:59:59Z&from=+1000000000-12-31T00:00:00Z"
        }) {
      assertThat(tenant.get("/deliveries/statistics" + query.replace("+", "%2B")).statusCode())
          .as(query)
          .isEqualTo(400);
    }
  }

  private void reject(Instant receivedAt) throws JournalException {
    Receipt receipt =
        new Receipt(
            tenant.organization(),
            DeliveryId.at(receivedAt),
            new WebhookId(UUID.fromString(webhook.get("id").asText())),
            1,
            "192.0.2.1",
            Map.of(),
            StoredPayload.whole(new byte[0]),
            new long[0],
            null,
            receivedAt);
    Ending ending = new Ending(Outcome.REJECTED, Reason.NOT_JSON, null, List.of(), 400, receivedAt);
    TestInlet.shared()
        .bean(DeliveryJournal.class)
        .reject(receipt, ending, Deadline.in(Duration.ofSeconds(10)));
  }

  private static long startsAt(JsonNode buckets, int index) {
    return Instant.parse(buckets.get(index).get("startsAt").asText()).getEpochSecond();
  }

  private JsonNode activity(JsonNode of) {
    JsonNode items = Tenant.json(tenant.get("/deliveries/activity")).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.get("webhookId").equals(of.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode statistics(String query) {
    return Tenant.json(tenant.get("/deliveries/statistics" + query));
  }

  /** The part that something ended in; tests run within one part or two. */
  private static JsonNode last(JsonNode statistics) {
    return StreamSupport.stream(statistics.get("buckets").spliterator(), false)
        .filter(bucket -> !bucket.get("medianMs").isNull())
        .findFirst()
        .orElseThrow();
  }

  private static int sum(JsonNode parts, String outcome) {
    int sum = 0;
    for (JsonNode part : parts) {
      sum += part.get(outcome).asInt();
    }
    return sum;
  }
}
