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
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever one organization makes up: others are told, and nobody is told too often. */
class HostileAlertsTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final MailServer MAILS = MailServer.up();
  private static final TestInlet INLET = TestInlet.start(MAILS.settings());

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final Watched watched = new Watched(INLET, tenant);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    INLET.close();
    MAILS.close();
    SIMULATOR.close();
  }

  @Test
  void tellsOfManyWebhooksInOneMailWhateverTheyAreCalled() {
    People.Someone viewer = People.member(INLET, tenant.organization(), Role.VIEWER);
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
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    Await.until(
        () ->
            Sql.rowsOf(tenant.organization(), INLET, "SELECT FROM delivery_count_changes")
                .isEmpty());

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
    Tenant other = Tenant.connected(INLET, SIMULATOR);
    JsonNode foreign = other.createWebhook(Definitions.sample());
    watched.addRate();
    new Watched(INLET, other).count(foreign, 0, 50, 0);

    watched.watch();

    assertThat(watched.incidents()).isEmpty();
    assertThat(new Watched(INLET, other).incidents()).isEmpty();
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

  @Test
  void tellsTheOthersWhateverBecomesOfOne() {
    // Its counts are more than a number holds, which fails whatever reads them.
    Tenant hostile = Tenant.connected(INLET, SIMULATOR);
    Watched broken = new Watched(INLET, hostile);
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
    watched.addRate();
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
            Duration.ofSeconds(4), () -> INLET.bean(Findings.class).find(Findings.Look.STREAKS));

    assertThat(found).noneMatch(change -> change.organization().equals(tenant.organization()));
    watched.addRule(Watched.rule("FAILURE_STREAK").put("deliveries", 49));
    assertThat(INLET.bean(Findings.class).find(Findings.Look.STREAKS))
        .filteredOn(change -> change.organization().equals(tenant.organization()))
        .hasSize(30)
        .allMatch(change -> Objects.equals(change.failed(), 49));
    Sql.execute(
        INLET,
        "SET ROLE inlet_eraser; SELECT set_config('inlet.organization_id', '%s', false); DELETE FROM deliveries"
            .formatted(tenant.organization()));
  }

  @Test
  void sendsOneAddressNoMoreThanSoManyAndSaysHowManyWereLeftOut() {
    IntStream.range(0, MailAllowance.MAILS_MAX + 5).forEach(i -> watched.addRate());
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
    String rule = watched.addRate();
    watched.count(webhook, 0, 12, 0);
    for (int i = 0; i < 3; i++) {
      watched.watch();
      tenant.delete("/alerts/rules/" + rule);
      watched.watch();
      rule = watched.addRate();
    }
    watched.watch();

    assertThat(watched.incidents()).hasSize(4);
    assertThat(watched.open().getFirst().get("toldAt").isNull()).isTrue();
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    watched.goBack("alert_incidents", "told_at", "61 minutes");
    watched.watch();
    assertThat(watched.open().getFirst().get("toldAt").isNull()).isFalse();
  }

  private static int mailsWaiting() {
    return Sql.rows(INLET, "SELECT mail_id FROM mails").size();
  }
}
