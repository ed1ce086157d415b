package dev.inlet.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an organization whose password iMIS refuses, on two nodes. */
class FailingCredentialsTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final MailServer MAILS = MailServer.up();
  private static final TestInlet ONE = TestInlet.start(MAILS.settings());
  private static final TestInlet TWO = TestInlet.start(ONE.database(), MAILS.settings());

  private final Tenant tenant = Tenant.connected(ONE, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

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
  void locksNoAccountByAThousandDeliveriesOnTwoNodes() throws Exception {
    SIMULATOR.set(switches -> switches.withBadLoginsBeforeLockOut(3));
    connectWith("wrong");

    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<HttpResponse<String>>> answers =
          IntStream.range(0, 1_000)
              .mapToObj(i -> threads.submit(() -> deliver(i % 2 == 0 ? ONE : TWO)))
              .toList();
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(500);
        assertThat(answer.get().body()).contains("iMIS").contains("refused the user name");
      }
    }
    assertThat(signIns()).isBetween(1L, 2L);
    assertThat(SIMULATOR.activities()).isEmpty();

    connectWith("demo&100%=ok");
    TWO.settle();
    assertThat(deliver(ONE).statusCode()).isEqualTo(200);
    assertThat(deliver(TWO).statusCode()).isEqualTo(200);
  }

  @Test
  void isToldAtOnceWithSinceWhenAndNothingIsSent() {
    beginIncident();
    long sent = SIMULATOR.requests().size();

    HttpResponse<String> answer = deliver(ONE);

    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(delivery.get("reason").asText()).isEqualTo("CREDENTIALS_REFUSED");
    assertThat(delivery.get("error").asText())
        .matches(
            "iMIS has refused the user name or password of the connection since .* UTC; nothing was sent\\..*");
    assertThat(SIMULATOR.requests()).hasSize((int) sent);
  }

  @Test
  void isKnownToANodeThatStarts() {
    beginIncident();
    long before = signIns();
    TestInlet three = TestInlet.start(ONE.database(), MAILS.settings());
    try {
      HttpResponse<String> answer = deliver(three);

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("since");
      assertThat(signIns()).isEqualTo(before);
    } finally {
      three.close();
    }
  }

  @Test
  void endsOnBothNodesWithATestOnOne() {
    assertThat(deliver(TWO).statusCode()).isEqualTo(200);
    SIMULATOR.revokeTokens();
    beginIncident();
    TWO.settle();
    long before = signIns();
    assertThat(deliver(TWO).statusCode()).isEqualTo(500);
    assertThat(signIns()).isEqualTo(before);

    SIMULATOR.set(switches -> switches.withCredentialsRefused(false));
    HttpResponse<String> tested =
        Tenant.send(
            HttpRequest.newBuilder(
                    TWO.url()
                        .resolve(
                            "/api/organizations/%s/connection/test"
                                .formatted(tenant.organization())))
                .header("Authorization", "Bearer " + tenant.token())
                .POST(BodyPublishers.noBody()));
    ONE.settle();

    assertThat(Tenant.json(tested).get("works").asBoolean()).isTrue();
    assertThat(failingSince().isNull()).isTrue();
    assertThat(deliver(ONE).statusCode()).isEqualTo(200);
    assertThat(deliver(TWO).statusCode()).isEqualTo(200);
  }

  @Test
  void isMailedOnceToThoseWhoCanMendItAndWhenItIsOver() throws Exception {
    String admin = People.member(ONE, tenant.organization(), Role.ADMIN).email();
    String editor = People.member(ONE, tenant.organization(), Role.EDITOR).email();
    People.Someone gone = People.member(ONE, tenant.organization(), Role.ADMIN);
    People.disable(ONE, gone);

    beginIncident();
    deliver(ONE);
    deliver(TWO);
    tenant.post("/connection/test", null);

    MimeMessage mail = MAILS.awaitMailTo(tenant.email());
    MAILS.awaitMailTo(admin);
    assertThat(mail.getSubject())
        .isEqualTo("iMIS refuses the password of Org %s".formatted(tenant.slug()));
    assertThat(MailServer.text(mail))
        .contains("http://inlet.example/o/%s/connection\n".formatted(tenant.organization()))
        .contains("UTC, iMIS refuses the user name or password")
        .doesNotContain("localhost", "127.0.0.1", "demo");

    SIMULATOR.set(switches -> switches.withCredentialsRefused(false));
    tenant.post("/connection/test", null);

    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    Await.until(() -> MAILS.sentTo(admin).size() == 2);
    assertThat(MAILS.sentTo(admin).getLast().getSubject())
        .isEqualTo("Works again: the password of Org %s".formatted(tenant.slug()));
    assertThat(MAILS.sentTo(editor)).isEmpty();
    assertThat(MAILS.sentTo(gone.email())).isEmpty();
  }

  @Test
  void isMailedSeldomHoweverOftenItBegins() {
    for (int i = 0; i < 4; i++) {
      beginIncident();
      SIMULATOR.set(switches -> switches.withCredentialsRefused(false));
      tenant.post("/connection/test", null);
    }
    beginIncident();

    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    assertThat(incidents()).hasSize(5);
    assertThat(incidents().get(0).get("toldAt").isNull()).as("told if it stands for long").isTrue();
    assertThat(incidents().get(0).get("closedAt").isNull()).isTrue();
  }

  @Test
  void isMailedToNobodyOnceAnAdminTurnedThatOff() {
    JsonNode rule = Tenant.json(tenant.get("/alerts/rules")).at("/items/0");
    assertThat(rule.get("kind").asText()).isEqualTo("CREDENTIALS_FAILING");
    ObjectNode change = rule.<ObjectNode>deepCopy().put("isOn", false);
    change.remove(List.of("id", "sendsMails"));
    assertThat(tenant.put("/alerts/rules/" + rule.get("id").asText(), change).statusCode())
        .isEqualTo(200);

    beginIncident();

    assertThat(incidents()).isEmpty();
  }

  @Test
  void neverMarksANewPasswordForWhatBecameOfTheOldOne() {
    connectWith("wrong");
    SIMULATOR.set(switches -> switches.withFault(Fault.hang(Part.TOKEN)));
    CompletableFuture<HttpResponse<String>> old = CompletableFuture.supplyAsync(() -> deliver(ONE));
    Await.until(() -> signIns() == 1);

    connectWith("demo&100%=ok");
    SIMULATOR.set(switches -> switches.withFaults(List.of()));

    assertThat(old.join().statusCode()).isEqualTo(500);
    assertThat(failingSince().isNull()).isTrue();
    assertThat(deliver(ONE).statusCode()).isEqualTo(200);
  }

  @Test
  void staysWhenSomethingElseOfTheConnectionIsChanged() {
    beginIncident();
    var change = Tenant.connection(SIMULATOR.baseUrl().toString()).put("timeZone", "Europe/Berlin");
    change.remove("password");
    tenant.put("/connection", change);
    long before = signIns();

    assertThat(deliver(ONE).statusCode()).isEqualTo(500);

    assertThat(signIns()).isEqualTo(before);
    assertThat(failingSince().isNull()).isFalse();
  }

  @Test
  void isCountedOnTheNodesThatKnow() {
    double before = failing();

    beginIncident();

    assertThat(failing()).isEqualTo(before + 1);
  }

  /** Of the first delivery that iMIS refuses to let Inlet sign in for. */
  private void beginIncident() {
    SIMULATOR.set(switches -> switches.withCredentialsRefused(true));
    SIMULATOR.revokeTokens();
    assertThat(deliver(ONE).statusCode()).isEqualTo(500);
    assertThat(failingSince().isNull()).isFalse();
  }

  private void connectWith(String password) {
    HttpResponse<String> answer =
        tenant.put(
            "/connection",
            Tenant.connection(SIMULATOR.baseUrl().toString()).put("password", password));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> deliver(TestInlet node) {
    return Tenant.send(
        HttpRequest.newBuilder(node.url().resolve(tenant.hookPath(webhook)))
            .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD)));
  }

  private JsonNode failingSince() {
    return Tenant.json(tenant.get("/connection")).get("credentialsFailingSince");
  }

  private JsonNode incidents() {
    return Tenant.json(tenant.get("/alerts/incidents")).get("items");
  }

  private static double failing() {
    return ONE.bean(MeterRegistry.class).get("inlet.connections.failing").gauge().value();
  }

  private static long signIns() {
    return SIMULATOR.requests().stream()
        .filter(request -> request.path().endsWith("/token"))
        .count();
  }
}
