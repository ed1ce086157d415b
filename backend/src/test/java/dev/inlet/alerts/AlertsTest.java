package dev.inlet.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.platform.security.Role;
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
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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
    addRate();
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
  void isToldLaterIfItWasToldAMomentAgoAndNotAtAllIfItIsOverByThen() {
    addRate();
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
    String rule = addRate();
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
  void tellsOfManyWebhooksInOneMailWhateverTheyAreCalled() {
    People.Someone viewer = People.member(ONE, tenant.organization(), Role.VIEWER);
    var rule =
        Watched.rule("FAILURE_STREAK").put("deliveries", 1).put("tellsAdministrators", false);
    rule.withArray("members").add(viewer.id().toString());
    watched.addRule(rule);
    JsonNode other = tenant.createWebhook(Definitions.sample().put("name", "Other"));
    watched.asRole(
        "inlet_app",
        "UPDATE webhooks SET name = E'Evil\\r\\nBcc: a@example.org\\n\\nPay here \\u202e' WHERE name <> 'Other'");
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 500, Body.EMPTY)));
    tenant.deliver(other, Definitions.SAMPLE_PAYLOAD);
    deliver(1);

    watched.watch();

    MimeMessage mail = MAILS.awaitMailTo(viewer.email());
    assertThat(MailServer.text(mail))
        .contains("- Webhook \"Other\": the last delivery failed.\n")
        .contains("- Webhook \"Evil Bcc: a@example.org Pay here  \": the last delivery failed.\n");
    assertThat(MAILS.sentTo(viewer.email())).hasSize(1);
    assertThat(MAILS.sentTo(tenant.email())).isEmpty();

    tenant.delete("/members/" + viewer.id());
    assertThat(Tenant.json(tenant.get("/alerts/rules")).at("/items/1/members")).isEmpty();
  }

  @Test
  void watchesNoOtherOrganization() {
    Tenant other = Tenant.connected(ONE, SIMULATOR);
    JsonNode foreign = other.createWebhook(Definitions.sample());
    addRate();
    new Watched(ONE, other).count(foreign, 0, 50, 0);

    watched.watch();

    assertThat(watched.incidents()).isEmpty();
    assertThat(new Watched(ONE, other).incidents()).isEmpty();
    assertThat(
            tenant
                .post(
                    "/alerts/rules",
                    Watched.rule("FAILURE_STREAK")
                        .put("deliveries", 3)
                        .put("webhookId", foreign.get("id").asText()))
                .body())
        .contains("There is no such webhook.");
  }

  /** Its counts are more than a number holds, which fails whatever reads them. */
  @Test
  void tellsTheOthersWhateverBecomesOfOne() {
    Tenant hostile = Tenant.connected(ONE, SIMULATOR);
    Watched broken = new Watched(ONE, hostile);
    broken.addRule(
        Watched.rule("FAILURE_RATE")
            .put("deliveries", 1)
            .put("percent", 1)
            .put("periodMinutes", 60));
    broken.count(hostile.createWebhook(Definitions.sample()), 0, Integer.MAX_VALUE, 1);
    broken.asRole(
        "inlet_journal",
        "UPDATE delivery_counts SET unknown = 1 WHERE organization_id = '%s'"
            .formatted(hostile.organization()));
    addRate();
    watched.count(webhook, 0, 12, 0);

    watched.watch();
    assertThat(watched.open()).hasSize(1);
    watched.count(webhook, 90, 0, 0);
    watched.watch();

    assertThat(watched.open()).as("found the next time, too").isEmpty();
    assertThat(broken.incidents()).isEmpty();
    broken.asRole("inlet_eraser", "DELETE FROM delivery_counts");
    broken.watch();
  }

  @Test
  void readsTheDeliveriesOfAWebhookOnceHoweverManyRulesWatchIt() {
    List<JsonNode> webhooks =
        IntStream.range(0, 30)
            .mapToObj(i -> tenant.createWebhook(Definitions.sample().put("name", "W" + i)))
            .toList();
    IntStream.range(0, 48)
        .forEach(i -> watched.addRule(Watched.rule("FAILURE_STREAK").put("deliveries", 52 + i)));
    webhooks.forEach(each -> watched.count(each, 0, 1, 0));
    watched.asRole(
        "inlet_journal",
        """
            INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, source_address, headers,
                                    body, deadline_at, outcome, reason, status_code, finished_at, first_outcome, first_reason)
            SELECT '%s', now() - i * interval '1 ms', uuidv7(), w.webhook_id, 1, '192.0.2.1', '{}', '', now(),
                   o, 'BUSY', 503, now(), o, 'BUSY'
            FROM (SELECT unnest('{%s}'::uuid[]) AS webhook_id) w, generate_series(1, 1000) i,
                 LATERAL (SELECT CASE WHEN i %% 50 = 0 THEN 'SUCCEEDED' ELSE 'FAILED' END) AS x (o)
            """
            .formatted(
                tenant.organization(),
                webhooks.stream()
                    .map(each -> each.get("id").asText())
                    .collect(Collectors.joining(","))));

    // For each rule anew it takes longer than PostgreSQL lets it.
    List<Change> found =
        assertTimeout(
            Duration.ofSeconds(4), () -> ONE.bean(Findings.class).find(Findings.Look.STREAKS));

    assertThat(found).noneMatch(change -> change.organization().equals(tenant.organization()));
    watched.addRule(Watched.rule("FAILURE_STREAK").put("deliveries", 49));
    assertThat(ONE.bean(Findings.class).find(Findings.Look.STREAKS))
        .filteredOn(change -> change.organization().equals(tenant.organization()))
        .hasSize(30)
        .allMatch(change -> Objects.equals(change.failed(), 49));
    Sql.execute(
        ONE,
        "SET ROLE inlet_eraser; SELECT set_config('inlet.organization_id', '%s', false); DELETE FROM deliveries"
            .formatted(tenant.organization()));
  }

  @Test
  void sendsOneAddressNoMoreThanSoManyAndSaysHowManyWereLeftOut() {
    IntStream.range(0, MailAllowance.MAILS_MAX + 5).forEach(i -> addRate());
    watched.count(webhook, 0, 12, 0);

    watched.watch();

    Await.until(() -> MAILS.sentTo(tenant.email()).size() == MailAllowance.MAILS_MAX);
    assertThat(watched.open()).hasSize(MailAllowance.MAILS_MAX + 5);
    assertThat(watched.open().stream().mapToInt(each -> each.get("mailsLeftOut").asInt()).sum())
        .isEqualTo(5);
    assertThat(mailsWaiting()).isZero();
  }

  @Test
  void isToldNoSoonerOfARuleThatWasMadeAnew() {
    String rule = addRate();
    watched.count(webhook, 0, 12, 0);
    for (int i = 0; i < 3; i++) {
      watched.watch();
      tenant.delete("/alerts/rules/" + rule);
      watched.watch();
      rule = addRate();
    }
    watched.watch();

    assertThat(watched.incidents()).hasSize(4);
    assertThat(watched.open().getFirst().get("toldAt").isNull()).isTrue();
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    watched.goBack("alert_incidents", "told_at", "61 minutes");
    watchAtOnce();
    assertThat(watched.open().getFirst().get("toldAt").isNull()).isFalse();
  }

  private String addRate() {
    return watched.addRule(
        Watched.rule("FAILURE_RATE")
            .put("deliveries", 10)
            .put("percent", 50)
            .put("periodMinutes", 60));
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
