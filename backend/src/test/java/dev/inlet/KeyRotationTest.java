package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.testing.Api;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How the deployment's key is replaced while nodes work. */
class KeyRotationTest {

  private static final String NEW_KEY =
      Base64.getEncoder().encodeToString("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

  @Test
  void everythingOpensWithTheNewKeyAloneAfterwards() {
    try (MailServer mail = MailServer.down();
        Simulator simulator = Simulator.start()) {
      TestInlet before = TestInlet.start(mail.settings());
      Tenant tenant = Tenant.connected(before, simulator);
      forgetPassword(before, tenant.email());
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      setUpSecondFactor(before);
      before.close();

      assertThat(rotate(before, NEW_KEY).isWell()).as("without the old one").isFalse();
      CommandResult result = rotate(before, NEW_KEY + "," + TestInlet.SECRET_KEY);
      assertThat(result.isWell()).isTrue();
      assertThat(result.text())
          .contains("Keys of organizations: 1, of which 1 were under an older key; 0 do not open.")
          .contains("Second factors: 1, of which 1 were under an older key; 0 do not open.")
          .contains("E-mails that are still to be sent: 1, of which 1 were under an older key; 0");

      CommandResult again = rotate(before, NEW_KEY);
      assertThat(again.isWell()).isTrue();
      assertThat(again.text()).contains("Keys of organizations: 1, of which 0 were under");
      mail.start();
      Map<String, Object> settings = new HashMap<>(mail.settings());
      settings.put("inlet.secret-key", NEW_KEY);
      TestInlet after = TestInlet.start(before.database(), settings);
      try {
        assertThat(MailServer.text(mail.awaitMailTo(tenant.email()))).contains("set-password#");
        HttpRequest.Builder delivery =
            HttpRequest.newBuilder(after.url().resolve(tenant.hookPath(webhook)))
                .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD));
        assertThat(Tenant.send(delivery).statusCode()).isEqualTo(200);
      } finally {
        after.close();
      }
    }
  }

  @Test
  void deliveriesGoOnWhileKeysAreReplaced() {
    TestInlet inlet =
        TestInlet.start(Map.of("inlet.secret-key", NEW_KEY + "," + TestInlet.SECRET_KEY));
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(inlet, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      AtomicBoolean isDone = new AtomicBoolean();
      CompletableFuture<Boolean> deliveries =
          CompletableFuture.supplyAsync(
              () -> {
                boolean isAllTaken = true;
                do {
                  // A connection that was changed is opened anew.
                  tenant.connect(simulator.baseUrl().toString());
                  int status = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode();
                  isAllTaken &= status == 200;
                } while (!isDone.get());
                return isAllTaken;
              });

      for (int i = 0; i < 5; i++) {
        String first = i % 2 == 0 ? TestInlet.SECRET_KEY : NEW_KEY;
        String second = i % 2 == 0 ? NEW_KEY : TestInlet.SECRET_KEY;
        assertThat(rotate(inlet, first + "," + second).text())
            .contains("Keys of organizations: 1, of which")
            .contains("0 do not open");
      }
      isDone.set(true);
      assertThat(deliveries.join()).isTrue();
    } finally {
      inlet.close();
    }
  }

  /** Its e-mail waits for the mail server. */
  private static void forgetPassword(TestInlet inlet, String email) {
    var request = Tenant.JSON.createObjectNode().put("email", email);
    assertThat(new Api(inlet).post("/api/auth/forgot-password", "", request).statusCode())
        .isEqualTo(202);
    Await.until(() -> !Sql.rows(inlet, "SELECT mail_id FROM mails WHERE attempts > 0").isEmpty());
    Sql.execute(inlet, "UPDATE mails SET due_at = now()");
  }

  private static void setUpSecondFactor(TestInlet inlet) {
    var password = Tenant.JSON.createObjectNode().put("password", People.PASSWORD);
    String token = People.someone(inlet).token();
    assertThat(new Api(inlet).post("/api/me/second-factor", token, password).statusCode())
        .isEqualTo(200);
  }

  private static CommandResult rotate(TestInlet inlet, String keys) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("inlet.database.url", inlet.database().url());
    settings.put("inlet.database.user", inlet.database().user());
    settings.put("inlet.database.password", inlet.database().password());
    settings.put("inlet.secret-key", keys);
    settings.put("inlet.token-key", TestInlet.TOKEN_KEY);
    return Application.command(settings, List.of("rotate-keys"));
  }
}
