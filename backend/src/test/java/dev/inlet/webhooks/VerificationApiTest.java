package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may send is said beside a webhook's versions; secrets go in and never out. */
class VerificationApiTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final String SECRET = "a secret of a sender";
  private static final String GITHUB =
      "{\"scheme\":\"GITHUB\",\"secret\":\"%s\"}".formatted(SECRET);

  private final Tenant tenant = Tenant.in(INLET);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final String path = "/webhooks/" + webhook.get("id").asText();
  private final String verification = path + "/verification";

  @Test
  void anybodyMaySendIfNothingIsSaid() {
    JsonNode open = Tenant.json(tenant.get(verification));

    assertThat(open.get("scheme").asText()).isEqualTo("NONE");
    assertThat(open.get("networks")).isEmpty();
  }

  @Test
  void aSecretIsSetAndNeverShown() {
    HttpResponse<String> saved = tenant.put(verification, GITHUB);

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(Tenant.json(saved).get("secretSetAt").asText()).isNotEmpty();
    JsonNode event =
        Tenant.json(tenant.get("/audit-events?action=WEBHOOK_VERIFICATION_CHANGED")).at("/items/0");
    assertThat(event.at("/after/secret").asText()).isEqualTo("changed");
    assertThat(event.at("/after/scheme").asText()).isEqualTo("GITHUB");
    String supported = "/api/support/organizations/%s%s".formatted(tenant.organization(), path);
    for (String text :
        List.of(
            saved.body(),
            tenant.get(verification).body(),
            tenant.get(path).body(),
            tenant.get(path + "/versions/1").body(),
            event.toString(),
            SupportPerson.in(INLET).get(supported).body())) {
      assertThat(text).doesNotContain(SECRET);
    }
  }

  @Test
  void whatIsLeftOutStaysAndWhatIsReplacedCountsForTwoDays() {
    tenant.put(verification, GITHUB);
    Instant before = Instant.now();

    JsonNode kept =
        Tenant.json(
            tenant.put(verification, "{\"scheme\":\"GITHUB\",\"networks\":[\" 203.0.113.7 \"]}"));
    JsonNode replaced =
        Tenant.json(tenant.put(verification, GITHUB.replace("a secret", "another")));
    JsonNode atOnce =
        Tenant.json(
            tenant.put(
                verification,
                "{\"scheme\":\"GITHUB\",\"secret\":\"the third one\",\"overlapHours\":0}"));

    assertThat(kept.get("secretSetAt").asText()).isNotEmpty();
    assertThat(kept.path("oldSecretUntil").asText("")).isIn("", "null");
    assertThat(kept.at("/networks/0").asText()).isEqualTo("203.0.113.7");
    assertThat(Instant.parse(replaced.get("oldSecretUntil").asText()))
        .isBetween(before.plus(Duration.ofDays(2)), Instant.now().plus(Duration.ofDays(2)));
    assertThat(atOnce.path("oldSecretUntil").asText("")).isIn("", "null");
  }

  @Test
  void anotherKindOrUserTakesASecretOfItsOwn() {
    tenant.put(verification, GITHUB);

    assertThat(pointer(tenant.put(verification, "{\"scheme\":\"STRIPE\"}"))).isEqualTo("/secret");
    tenant.put(verification, "{\"scheme\":\"BASIC\",\"user\":\"a\",\"secret\":\"open sesame\"}");
    assertThat(pointer(tenant.put(verification, "{\"scheme\":\"BASIC\",\"user\":\"b\"}")))
        .isEqualTo("/secret");
    assertThat(tenant.put(verification, "{\"scheme\":\"BASIC\",\"user\":\"a\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoeverOpensAWebhookAgainLeavesNoSecret() {
    tenant.put(verification, GITHUB);

    JsonNode open = Tenant.json(tenant.put(verification, "{\"scheme\":\"NONE\"}"));

    assertThat(open.path("secretSetAt").asText("")).isIn("", "null");
    assertThat(pointer(tenant.put(verification, "{\"scheme\":\"GITHUB\"}"))).isEqualTo("/secret");
  }

  @Test
  void noVersionOpensAWebhookAgain() {
    tenant.put(verification, GITHUB);
    tenant.put(path, Definitions.sample().put("deadlineSeconds", 5));

    tenant.post(path + "/versions/1/restore", "{}");

    assertThat(Tenant.json(tenant.get(verification)).get("scheme").asText()).isEqualTo("GITHUB");
  }

  @Test
  void aCopyDemandsWhatItsOriginalDoes() {
    tenant.put(verification, GITHUB);

    JsonNode copy = Tenant.json(tenant.post(path + "/duplicate", "{\"name\":\"Copy\"}"));

    JsonNode demanded =
        Tenant.json(tenant.get("/webhooks/%s/verification".formatted(copy.get("id").asText())));
    assertThat(demanded.get("scheme").asText()).isEqualTo("GITHUB");
    assertThat(demanded.get("secretSetAt").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                              | /scheme",
        "{'scheme':'GITHUB'}                                             | /secret",
        "{'scheme':'GITHUB','secret':'short'}                            | /secret",
        "{'scheme':'GITHUB','secret':'long enough','header':'X-A'}       | /header",
        "{'scheme':'NONE','secret':'long enough'}                        | /secret",
        "{'scheme':'STANDARD_WEBHOOKS','secret':'whsec_no base64 at all'}| /secret",
        "{'scheme':'STANDARD_WEBHOOKS','secret':'whsec_QUJD'}            | /secret",
        "{'scheme':'HEADER','secret':'long enough'}                      | /header",
        "{'scheme':'HEADER','header':'two words','secret':'long enough'} | /header",
        "{'scheme':'HEADER','header':'Host','secret':'long enough'}      | /header",
        "{'scheme':'HEADER','header':'X-A','secret':'straße und mehr'}   | /secret",
        "{'scheme':'HMAC','header':'X-A','encoding':'HEX','secret':'long enough'} | /algorithm",
        "{'scheme':'BASIC','secret':'long enough'}                       | /user",
        "{'scheme':'BASIC','user':'a:b','secret':'long enough'}          | /user",
        "{'scheme':'NONE','networks':['example.org']}                    | /networks/0",
        "{'scheme':'NONE','networks':['10.0.0.0/8','10.0.0.0/33']}       | /networks/1",
        "{'scheme':'GITHUB','secret':'long enough','overlapHours':721}   | /overlapHours",
        "{'scheme':'GITHUB','secret':'long enough','overlapHours':-1}    | /overlapHours",
      })
  void whatCannotBeDemandedIsRefused(String request, String pointer) {
    HttpResponse<String> answer = tenant.put(verification, request.replace('\'', '"'));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(pointer(answer)).isEqualTo(pointer);
    assertThat(answer.body()).doesNotContain("long enough");
    assertThat(Tenant.json(tenant.get(verification)).get("scheme").asText()).isEqualTo("NONE");
  }

  @Test
  void thereAreFiftyNetworksAtMost() {
    ObjectNode request = Tenant.JSON.createObjectNode().put("scheme", "NONE");
    for (int i = 0; i < 51; i++) {
      request.withArray("/networks").add("10.0.0." + i);
    }

    assertThat(pointer(tenant.put(verification, request))).isEqualTo("/networks");
  }

  private static String pointer(HttpResponse<String> answer) {
    return Tenant.json(answer).at("/errors/0/pointer").asText();
  }
}
