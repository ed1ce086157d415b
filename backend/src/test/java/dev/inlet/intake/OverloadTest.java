package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.RawHttp;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node that has no more to give answers, and to whom. */
class OverloadTest {

  private static final int PLACES = 9;
  private static final TestInlet INLET =
      TestInlet.start(
          Map.of(
              "inlet.concurrent-deliveries-max", PLACES,
              "inlet.webhook-requests-per-second", 20,
              "inlet.body-seconds", 1));
  private static final Simulator QUICK = Simulator.start();

  private final Simulator slow = Simulator.start();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Tenant hanging = Tenant.connected(INLET, slow);
  private final Tenant third = Tenant.connected(INLET, QUICK);
  private final JsonNode calm = third.createWebhook(Definitions.sample());

  @AfterEach
  void letGo() {
    slow.reset();
    threads.close();
    slow.close();
  }

  @AfterAll
  static void stop() {
    INLET.close();
    QUICK.close();
  }

  @Test
  void aThirdOrganizationIsAnsweredWhileOneHangsAndAnotherFloods() {
    Tenant flooding = Tenant.connected(INLET, slow);
    slow.set(s -> s.withFault(Fault.hang(Part.INSERT)));
    List<Future<HttpResponse<String>>> hung = deliveries(hanging, PLACES);
    Await.until(() -> count(hung, 503) == PLACES - 5);
    List<Future<HttpResponse<String>>> flood = deliveries(flooding, 300);
    Await.until(() -> flood.stream().filter(Future::isDone).count() == 298);

    List<HttpResponse<String>> answers =
        Stream.generate(() -> third.deliver(calm, Definitions.SAMPLE_PAYLOAD)).limit(10).toList();

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(count(flood, 429) + count(flood, 503)).isEqualTo(298);
    assertThat(count(flood, 429)).isPositive();
    assertThat(hung.stream().filter(one -> !one.isDone())).hasSize(5);
  }

  @Test
  void whoeverHoldsItsShareOfANodeIsToldAtOnceToComeBack() throws Exception {
    slow.set(s -> s.withFault(Fault.hang(Part.INSERT)));
    List<Future<HttpResponse<String>>> hung = deliveries(hanging, PLACES);
    Await.until(() -> count(hung, 503) == PLACES - 5);

    HttpResponse<String> refused =
        hung.stream().filter(Future::isDone).findFirst().orElseThrow().get();

    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(refused.headers().firstValue("X-Delivery-Id")).isPresent();
    assertThat(Tenant.json(refused).get("error").asText()).contains("nothing was done");
    slow.reset();
    Await.until(() -> hung.stream().allMatch(Future::isDone));
    JsonNode webhook = hanging.createWebhook(Definitions.sample());
    assertThat(hanging.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingIsBegunWhileTheJournalIsBehind() throws Exception {
    DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
    List<Future<HttpResponse<String>>> waiting;
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE deliveries IN ACCESS EXCLUSIVE MODE");
      Future<HttpResponse<String>> written = delivery(third, calm);
      Await.until(() -> stalledWriters() == 1);
      Future<HttpResponse<String>> writtenBeside = delivery(third, calm);
      Await.until(() -> stalledWriters() == 2);
      waiting = List.of(written, writtenBeside, delivery(third, calm));
      Await.until(journal::isBehind);

      HttpResponse<String> refused = third.deliver(calm, Definitions.SAMPLE_PAYLOAD);

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(waiting).as("told before those who came first").noneMatch(Future::isDone);
      connection.rollback();
    }
    for (Future<HttpResponse<String>> one : waiting) {
      assertThat(one.get().statusCode()).isIn(200, 503);
    }
    Await.until(() -> !journal.isBehind());
    assertThat(third.deliver(calm, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
  }

  private static int stalledWriters() {
    return Sql.rows(
            INLET,
            """
            SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
              AND query LIKE '%INSERT INTO deliveries%'
            """)
        .size();
  }

  @Test
  void whoeverAsksForUnknownWebhooksLeavesHalfOfTheConnectionsToOthers() throws Exception {
    INLET.settle();
    assertThat(third.deliver(calm, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
    List<Future<HttpResponse<String>>> unknown;
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE webhook_keys IN ACCESS EXCLUSIVE MODE");
      unknown =
          IntStream.range(0, 30)
              .mapToObj(i -> "/hooks/%s/%027d".formatted(hanging.slug(), i))
              .map(path -> threads.submit(() -> post(path)))
              .toList();
      Await.until(() -> count(unknown, 503) == 26);

      assertThat(third.deliver(calm, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
      assertThat(third.get("/connection").statusCode()).isEqualTo(200);
      connection.rollback();
    }
    Await.until(() -> count(unknown, 404) == 4);
  }

  @Test
  void aBodyThatFindsNoRoomIsRefusedBeforeItIsSent() throws IOException {
    try (BodyBudget.Account account = INLET.bean(BodyBudget.class).open(hanging.organization())) {
      while (account.take(64 * 1024)) {
        // until there is no room for as much
      }
      JsonNode webhook = hanging.createWebhook(Definitions.sample());

      RawHttp.Answer announced =
          RawHttp.post(
              INLET.port(), hanging.hookPath(webhook), "Content-Length: 70000\r\n", new byte[0]);

      assertThat(announced.status()).isEqualTo(503);
      assertThat(announced.header("Retry-After")).isEqualTo("5");
      assertThat(third.deliver(calm, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
    }
    JsonNode webhook = hanging.createWebhook(Definitions.sample());
    assertThat(hanging.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatTricklesIsGivenUpHoweverPatientItsWebhookIs() throws IOException {
    JsonNode patient = third.createWebhook(Definitions.sample().put("deadlineSeconds", 30));

    RawHttp.Answer answer =
        RawHttp.trickle(
            INLET.port(),
            RawHttp.head(third.hookPath(patient), "Transfer-Encoding: chunked\r\n"),
            "1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.header("Connection")).isEqualTo("close");
  }

  private static HttpResponse<String> post(String path) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve(path)).POST(BodyPublishers.ofString("{}")));
  }

  private List<Future<HttpResponse<String>>> deliveries(Tenant tenant, int count) {
    JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 30));
    return Stream.generate(() -> delivery(tenant, webhook)).limit(count).toList();
  }

  private Future<HttpResponse<String>> delivery(Tenant tenant, JsonNode webhook) {
    return threads.submit(() -> tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
  }

  private static long count(List<Future<HttpResponse<String>>> deliveries, int status) {
    return deliveries.stream()
        .filter(Future::isDone)
        .filter(one -> one.resultNow().statusCode() == status)
        .count();
  }
}
