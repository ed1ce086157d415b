package dev.inlet.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whose messages are sent first where there are more than places. */
class MessageTurnsTest {

  private static final TestInlet INLET = TestInlet.start(Map.of());

  /** One that sends nothing by itself. */
  private static final TestInlet STILL = TestInlet.start(Map.of("inlet.is-command", true));

  private final MessageQueue queue = STILL.bean(MessageQueue.class);

  @AfterAll
  static void stop() {
    STILL.close();
    INLET.close();
  }

  @Test
  void oneWhoseEndpointsHangHoldsUpNobody() {
    Tenant slow = Tenant.in(INLET);
    Tenant tenant = Tenant.in(INLET);
    try (Receiver hanging = new Receiver();
        Receiver receiver = new Receiver()) {
      hanging.hang();
      for (int i = 0; i < 10; i++) {
        put(INLET, slow, endpoint(slow, hanging), 5, "1 hour");
      }
      Await.until(() -> hanging.count() == 2);

      for (int i = 0; i < 3; i++) {
        put(INLET, tenant, endpoint(tenant, receiver), 2, "1 minute");
      }

      receiver.await(5);
      assertThat(hanging.count()).as("of one organization at once").isEqualTo(2);
    }
  }

  @Test
  void organizationsTakeTurnsHoweverLongTheirMessagesWait() {
    try (Receiver receiver = new Receiver()) {
      List<Tenant> tenants = IntStream.range(0, 3).mapToObj(i -> Tenant.in(STILL)).toList();
      for (Tenant tenant : tenants) {
        for (int i = 0; i < 3; i++) {
          String since = tenant == tenants.getLast() ? "1 minute" : "1 hour";
          put(STILL, tenant, endpoint(tenant, receiver), 3, since);
        }
      }

      List<MessageQueue.Claimed> first = queue.claim(4, Duration.ofMinutes(1));
      List<MessageQueue.Claimed> second = queue.claim(16, Duration.ofMinutes(1));

      assertThat(first).extracting(MessageQueue.Claimed::organization).containsAll(ids(tenants));
      assertThat(second).hasSize(2);
      assertThat(Stream.concat(first.stream(), second.stream()))
          .extracting(MessageQueue.Claimed::endpoint)
          .doesNotHaveDuplicates();
      assertThat(counts(first, second).values()).containsOnly(2L);
      assertThat(queue.claim(16, Duration.ofMinutes(1))).isEmpty();

      // The last one was served before the others.
      for (int i = 0; i < 3; i++) {
        new Watched(STILL, tenants.get(i))
            .asRole(
                "inlet_app",
                "UPDATE alert_messages SET claimed_until = now() - interval '%d minutes'"
                    .formatted(1 + i));
      }
      assertThat(queue.claim(1, Duration.ofMinutes(1)).getFirst().organization())
          .isEqualTo(tenants.getLast().organization());
    }
  }

  @Test
  void theOldestGiveWayWhereTooManyWaitAndThatIsTold() {
    Tenant tenant = Tenant.in(INLET);
    Watched watched = new Watched(INLET, tenant);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    try (Receiver receiver = new Receiver()) {
      String endpoint = endpoint(tenant, receiver);
      put(INLET, tenant, endpoint, MessageRepository.WAITING_MAX + 20, "-1 hour");
      watched.addRule(
          Watched.rule("FAILURE_RATE")
              .put("deliveries", 1)
              .put("percent", 1)
              .put("periodMinutes", 60));
      watched.count(webhook, 0, 12, 0);

      watched.watch();

      receiver.await(0);
      assertThat(
              Sql.rowsOf(
                  tenant.organization(),
                  INLET,
                  "SELECT failure FROM alert_messages WHERE due_at IS NULL AND delivered_at IS NULL ORDER BY message_id"))
          .hasSize(21)
          .containsOnly("GAVE_WAY");
      assertThat(tenant.get("/alerts/endpoints/%s/messages?limit=200".formatted(endpoint)).body())
          .contains("\"failure\":\"GAVE_WAY\"");
    }
  }

  private static Map<OrganizationId, Long> counts(
      List<MessageQueue.Claimed> first, List<MessageQueue.Claimed> second) {
    return Stream.concat(first.stream(), second.stream())
        .map(MessageQueue.Claimed::organization)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<OrganizationId> ids(List<Tenant> tenants) {
    return tenants.stream().map(Tenant::organization).toList();
  }

  private static String endpoint(Tenant tenant, Receiver receiver) {
    var request = Tenant.JSON.createObjectNode().put("url", receiver.url());
    return Tenant.json(tenant.post("/alerts/endpoints", request)).get("id").asText();
  }

  /** Messages that have been due for some time. */
  private static void put(
      TestInlet inlet, Tenant tenant, String endpoint, int count, String since) {
    new Watched(inlet, tenant)
        .asRole(
            "inlet_app",
            """
            INSERT INTO alert_messages (organization_id, message_id, endpoint_id, type, payload, created_at, due_at)
            SELECT '%s', uuidv7(), '%s', 'alert.opened', '{}', now(), now() - interval '%s' FROM generate_series(1, %d)
            """
                .formatted(tenant.organization(), endpoint, since, count));
  }
}
