package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is counted as deliveries end is what is there. */
class CountsTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void everyEndIsCountedWhateverItIs() {
    deliverEachWay();

    assertThat(counted()).isEqualTo(there()).isEqualTo("1|1|1|1");
  }

  @Test
  void addingUpChangesNoSum() {
    deliverEachWay();
    String before = counted();

    addUp();
    addUp();

    assertThat(changes()).isEqualTo("0");
    assertThat(counted()).isEqualTo(before);
    for (String resolution : List.of("MINUTE", "QUARTER", "HOUR")) {
      assertThat(
              sum(
                  "SELECT sum(succeeded), sum(rejected), sum(failed), sum(unknown) FROM delivery_counts WHERE resolution = '%s'"
                      .formatted(resolution)))
          .as(resolution)
          .isEqualTo(before);
    }
  }

  /** Minutes that were added up before get what comes later, and lose what is no more. */
  @Test
  void aReplayIsCountedAsWhatItMadeOfTheDelivery() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.HTML).once()));
    String id =
        tenant.delivery(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD)).get("id").asText();
    addUp();
    String failed = counted();

    tenant.post("/deliveries/" + id + "/replay", Map.of("version", 1, "isConfirmed", true));

    assertThat(failed).isEqualTo("0|0|1|0");
    assertThat(counted()).isEqualTo(there()).isEqualTo("1|0|0|0");
    addUp();
    assertThat(counted()).isEqualTo("1|0|0|0");
    assertThat(took()).isEqualTo("1");
  }

  /** As many as one statement takes, each of another webhook and minute: time grows with them. */
  @Test
  void manyMinutesOfManyWebhooksAreAddedUpInTime() {
    Sql.execute(
        INLET,
        """
        SET ROLE inlet_journal;
        INSERT INTO delivery_count_changes (organization_id, webhook_id, received_at, outcome, change, body_bytes, took)
        SELECT '%s', uuidv7(), date_trunc('minute', now(), 'UTC') - i %% 500 * interval '1 minute', 'SUCCEEDED', 1, 10, 1 + i %% 64
        FROM generate_series(1, 10000) i
        """
            .formatted(tenant.organization()));

    addUp();

    assertThat(changes()).isEqualTo("0");
    for (String resolution : List.of("MINUTE", "QUARTER", "HOUR")) {
      assertThat(
              sum(
                  "SELECT sum(succeeded), sum((SELECT sum(n) FROM unnest(took) n)), max(cardinality(took)) FROM delivery_counts WHERE resolution = '%s'"
                      .formatted(resolution)))
          .isEqualTo("10000|10000|64");
    }
  }

  @Test
  void howLongEachTookIsCountedOnce() {
    deliverEachWay();
    addUp();

    assertThat(took()).isEqualTo("3");
  }

  /** The node itself adds up, too, and then this one has nothing to do. */
  private void addUp() {
    Await.until(
        () -> {
          INLET.bean(CountWorker.class).addUp();
          return changes().equals("0");
        });
  }

  private void deliverEachWay() {
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    tenant.deliver(webhook, "{}");
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.HTML).once()));
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    SIMULATOR.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
  }

  private String counted() {
    JsonNode hours =
        Tenant.json(tenant.get("/deliveries/activity")).get("items").get(0).get("hours");
    return List.of("succeeded", "rejected", "failed", "unknown").stream()
        .map(name -> hours.findValues(name).stream().mapToInt(JsonNode::asInt).sum())
        .map(String::valueOf)
        .collect(Collectors.joining("|"));
  }

  private String there() {
    return sum(
        """
        SELECT count(*) FILTER (WHERE outcome = 'SUCCEEDED'), count(*) FILTER (WHERE outcome = 'REJECTED'),
               count(*) FILTER (WHERE outcome = 'FAILED'), count(*) FILTER (WHERE outcome = 'UNKNOWN') FROM deliveries
        """);
  }

  private String changes() {
    return sum("SELECT count(*) FROM delivery_count_changes");
  }

  private String took() {
    return sum("SELECT sum(n) FROM delivery_counts, unnest(took) AS n WHERE resolution = 'HOUR'");
  }

  private String sum(String query) {
    return Sql.rowsOf(tenant.organization(), INLET, query).getFirst();
  }
}
