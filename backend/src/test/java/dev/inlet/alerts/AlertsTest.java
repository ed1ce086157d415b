package dev.inlet.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of an organization's webhooks, on two nodes. */
class AlertsTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final MailServer MAILS = MailServer.up();
  private static final TestInlet ONE = TestInlet.start(MAILS.settings());
  private static final TestInlet TWO = TestInlet.start(ONE.database(), MAILS.settings());

  private final Tenant tenant = Tenant.connected(ONE, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final Watched watched = new Watched(ONE, tenant);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    TWO.close();
    ONE.close();
    MAILS.close();
    SIMULATOR.close();
  }

  @Test
  void tellsOnceOfARateThatIsTooHighAndOnceThatItIsOver() throws Exception {
    watched.addRate();
    watched.count(webhook, 0, 9, 50);
    watched.watch();
    assertThat(watched.open()).as("too few to say, and what did not fit does not count").isEmpty();

    watched.count(webhook, 0, 3, 0);
    watchAtOnce();

    JsonNode incident = watched.open().getFirst();
    assertThat(watched.incidents()).hasSize(1);
    assertThat(incident.get("failed").asInt()).isEqualTo(12);
    assertThat(incident.get("counted").asInt()).isEqualTo(12);
    assertThat(incident.get("webhookName").asText()).isEqualTo(webhook.get("name").asText());
    MimeMessage mail = MAILS.awaitMailTo(tenant.email());
    assertThat(mail.getSubject()).startsWith("Deliveries fail: " + webhook.get("name").asText());
    assertThat(MailServer.text(mail))
        .contains("12 of 12 deliveries within an hour failed.")
        .contains(
            "http://inlet.example/o/%s/deliveries?webhook=%s&from=%s\n"
                .formatted(
                    tenant.organization(),
                    webhook.get("id").asText(),
                    Instant.parse(incident.get("openedAt").asText()).minus(Duration.ofHours(1))))
        .contains("http://inlet.example/o/%s/alerts".formatted(tenant.organization()));

    watched.count(webhook, 20, 0, 0);
    watchAtOnce();
    assertThat(watched.open()).as("better, but not well").hasSize(1);

    watched.count(webhook, 40, 0, 0);
    watchAtOnce();
    assertThat(watched.open()).isEmpty();
    assertThat(watched.incidents().getFirst().get("isRecovered").asBoolean()).isTrue();
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    assertThat(MAILS.sentTo(tenant.email()).getLast().getSubject()).startsWith("Works again: ");
  }

  @Test
  void countsWhatDidNotFitIfToldTo() throws Exception {
    watched.addRule(
        Watched.rule("FAILURE_RATE")
            .put("deliveries", 10)
            .put("percent", 50)
            .put("periodMinutes", 60)
            .put("countsRejected", true));
    watched.count(webhook, 5, 0, 10);

    watched.watch();

    assertThat(watched.open()).hasSize(1);
    assertThat(MailServer.text(MAILS.awaitMailTo(tenant.email())))
        .contains("10 of 15 deliveries within an hour failed or were rejected.");
  }

  @Test
  void tellsOfDeliveriesThatFailInARowUntilOneSucceeds() {
    watched.addRule(Watched.rule("FAILURE_STREAK").put("deliveries", 3));
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 500, Body.EMPTY)));
    deliver(2);
    watched.watch();
    assertThat(watched.open()).isEmpty();

    deliver(1);
    watchAtOnce();
    assertThat(watched.incidents()).hasSize(1);
    MAILS.awaitMailTo(tenant.email());
    tenant.deliver(webhook, "{}"); // does not fit, which says nothing here
    watchAtOnce();
    assertThat(watched.open()).hasSize(1);

    SIMULATOR.set(s -> s.withFaults(List.of()));
    deliver(1);
    watchAtOnce();
    assertThat(watched.open()).isEmpty();
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
  }

  @Test
  void tellsOfDeliveriesThatFailInARowWhileTheyAreStillTriedAgain() {
    JsonNode queued =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));
    watched.addRule(Watched.rule("FAILURE_STREAK").put("deliveries", 3));
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 429, Body.EMPTY)));
    for (int i = 0; i < 3; i++) {
      tenant.deliver(queued, Definitions.SAMPLE_PAYLOAD);
    }

    Await.until(() -> openNow() == 1);
    SIMULATOR.set(s -> s.withFaults(List.of()));
    Await.until(() -> openNow() == 0);
  }

  private int openNow() {
    watchAtOnce();
    return watched.open().size();
  }

  @Test
  void tellsThatNothingIsReceivedAndThatSomethingIsAgain() {
    watched.addRule(
        Watched.rule("NO_DELIVERIES")
            .put("periodMinutes", 60)
            .put("webhookId", webhook.get("id").asText()));
    watched.addRule(Watched.rule("NO_DELIVERIES").put("periodMinutes", 120));
    watched.watch();
    assertThat(watched.open()).as("both began a moment ago").isEmpty();

    watched.goBack("alert_rules", "updated_at", "3 hours");
    watched.watch();
    assertThat(watched.open()).as("the webhook is younger than that").isEmpty();

    watched.goBack("webhooks", "updated_at", "90 minutes");
    watchAtOnce();
    assertThat(watched.open()).hasSize(1);
    watched.goBack("webhooks", "updated_at", "90 minutes");
    watchAtOnce();
    assertThat(watched.open()).hasSize(2);

    watched.count(webhook, 0, 0, 1);
    watchAtOnce();
    assertThat(watched.open()).isEmpty();
    assertThat(watched.incidents())
        .hasSize(2)
        .allMatch(each -> each.get("isRecovered").asBoolean());
  }

  @Test
  void whatWaitsForItsNextAttemptWasReceived() {
    JsonNode queued =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));
    watched.addRule(
        Watched.rule("NO_DELIVERIES")
            .put("periodMinutes", 60)
            .put("webhookId", queued.get("id").asText()));
    watched.goBack("alert_rules", "updated_at", "3 hours");
    watched.goBack("webhooks", "updated_at", "90 minutes");
    assertThat(openNow()).isEqualTo(1);

    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 429, Body.EMPTY)));
    tenant.deliver(queued, Definitions.SAMPLE_PAYLOAD);

    Await.until(() -> openNow() == 0);
  }

  @Test
  void isToldLaterIfItWasToldAMomentAgoAndNotAtAllIfItIsOverByThen() {
    watched.addRate();
    watched.count(webhook, 0, 12, 0);
    watched.watch();
    for (int i = 0; i < 3; i++) {
      watched.count(webhook, 60, 0, 0);
      watched.watch();
      forgetCounts();
      watched.count(webhook, 0, 12, 0);
      watched.watch();
    }
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    assertThat(watched.incidents()).hasSize(4);
    assertThat(watched.open().getFirst().get("toldAt").isNull()).isTrue();

    watched.goBack("alert_incidents", "told_at", "61 minutes");
    watchAtOnce();

    assertThat(watched.open().getFirst().get("toldAt").isNull()).isFalse();
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 3);
    assertThat(mailsWaiting()).isZero();
  }

  @Test
  void endsWhatNobodyWatchesForAndSaysNotThatItWorks() {
    String rule = watched.addRate();
    watched.count(webhook, 0, 12, 0);
    watched.watch();
    tenant.setPaused(webhook, true);
    watchAtOnce();
    assertThat(watched.open()).isEmpty();

    tenant.setPaused(webhook, false);
    watched.goBack("alert_incidents", "told_at", "2 hours");
    watched.watch();
    assertThat(watched.open()).hasSize(1);
    assertThat(tenant.delete("/alerts/rules/" + rule).statusCode()).isEqualTo(204);
    watchAtOnce();

    assertThat(watched.incidents())
        .hasSize(2)
        .noneMatch(each -> each.get("isRecovered").asBoolean());
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 4);
    assertThat(subjects()).filteredOn(each -> each.startsWith("No longer watched: ")).hasSize(2);
  }

  @Test
  void forgetsWhatIsOldHoweverMuchItIs() {
    String rule = watched.addRate();
    int many = 2 * AlertWorker.FORGOTTEN_AT_ONCE_MAX + 1;
    watched.asRole(
        "inlet_app",
        """
        INSERT INTO alert_incidents (organization_id, incident_id, rule_id, kind, opened_at, closed_at, is_recovered)
        SELECT '%s', uuidv7(), '%s', 'FAILURE_RATE', x, x, true
        FROM (SELECT now() - interval '401 days' * least(i, 1) FROM generate_series(0, %d) i) t (x)
        """
            .formatted(tenant.organization(), rule, many));

    ONE.bean(AlertWorker.class).forgetOld();

    assertThat(watched.incidents()).hasSize(1);
  }

  private void deliver(int times) {
    IntStream.range(0, times).forEach(i -> tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    Await.until(
        () ->
            Sql.rowsOf(tenant.organization(), ONE, "SELECT FROM delivery_count_changes").isEmpty());
  }

  private void forgetCounts() {
    watched.asRole("inlet_eraser", "DELETE FROM delivery_counts");
  }

  /** On both nodes, several times. */
  private static void watchAtOnce() {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> done =
          IntStream.range(0, 6)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> (i % 2 == 0 ? ONE : TWO).bean(AlertWorker.class).watch()))
              .toList();
      for (Future<?> each : done) {
        each.get();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private List<String> subjects() {
    return MAILS.sentTo(tenant.email()).stream().map(AlertsTest::subject).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int mailsWaiting() {
    return Sql.rows(ONE, "SELECT mail_id FROM mails").size();
  }
}
