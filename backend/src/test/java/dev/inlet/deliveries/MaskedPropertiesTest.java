package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is masked is stored, shown to nobody until they reveal it, and that is written down. */
class MaskedPropertiesTest {

  private static final String SECRET = "123-45-6789";
  private static final String PAYLOAD = "{\"id\":\"101\",\"ssn\":\"123-45-6789\"}";
  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();
  private static final String REVEALED =
      "SELECT actor_kind, actor_name, target_id, reason FROM audit_events WHERE action = 'DELIVERY_REVEALED'";

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(definition(List.of("ssn")));
  private final Api api = new Api(INLET);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void showsAMaskWhereverTheValueStood() {
    JsonNode delivery = tenant.delivery(tenant.deliver(webhook, PAYLOAD));

    assertThat(delivery.toString()).doesNotContain(SECRET);
    assertThat(delivery.at("/body/content").asText()).isEqualTo("{\"id\":\"101\",\"ssn\":\"•••\"}");
    assertThat(delivery.get("masked")).extracting(JsonNode::asText).containsExactly("ssn");
    assertThat(delivery.at("/attempts/0/request").asText()).contains("•••", "101");
    assertThat(SIMULATOR.activities().toString()).contains(SECRET);
  }

  @Test
  void showsNoneOfABodyThatCannotBeSearched() {
    JsonNode delivery = delivery(id(tenant.deliver(webhook, "{\"ssn\":A" + SECRET)));

    assertThat(delivery.toString()).doesNotContain("45-67");
    assertThat(delivery.at("/body/content").asText()).isEqualTo("•••");
    assertThat(revealed(delivery.get("id").asText()).at("/body/content").asText())
        .isEqualTo("{\"ssn\":A" + SECRET);
  }

  @Test
  void masksWhatListsSayOfFailures() {
    JsonNode byEmail = tenant.createWebhook(byEmail());
    tenant.deliver(byEmail, "{\"id\":\"101\",\"ssn\":\"123-45-6789@example.org\"}");
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.JSON_MESSAGE).once()));
    tenant.deliver(webhook, PAYLOAD);
    tenant.deliver(webhook, "{\"id\":\"101\",\"ssn\":true}");

    JsonNode page = Tenant.json(tenant.get("/deliveries"));

    assertThat(page.toString()).doesNotContain(SECRET);
    assertThat(page.at("/items/0/firstViolation/message").asText())
        .isEqualTo("ssn breaks the rule \"type\" of the schema.");
    assertThat(page.at("/items/1/error").asText()).startsWith("iMIS refused the record.");
    assertThat(page.at("/items/2/error").asText()).startsWith("iMIS does not know the contact;");
    for (JsonNode item : page.get("items")) {
      assertThat(delivery(item.get("id").asText()).toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void namesAContactThatIsNoSecretThoughSomethingElseIs() {
    JsonNode open = tenant.createWebhook(byEmail("$$id$$"));
    String id =
        id(
            tenant.deliver(
                open, "{\"id\":\"costa.family@example.org\",\"ssn\":\"" + SECRET + "\"}"));
    String sentence =
        "iMIS knows several contacts with the e-mail address costa.family@example.org.";

    JsonNode delivery = delivery(id);

    assertThat(delivery.toString()).doesNotContain(SECRET);
    assertThat(delivery.get("error").asText()).isEqualTo(sentence);
    assertThat(delivery.at("/answer/error").asText()).isEqualTo(sentence);
    assertThat(delivery.at("/attempts/0/error").asText()).isEqualTo(sentence);
    assertThat(Tenant.json(tenant.get("/deliveries")).at("/items/0/error").asText())
        .isEqualTo(sentence);

    // The list does not know which version was replayed, and this one finds them by the secret.
    put(open, byEmail("$$ssn$$"));
    tenant.post("/deliveries/" + id + "/replay", Tenant.JSON.createObjectNode());

    assertThat(Tenant.json(tenant.get("/deliveries")).toString()).doesNotContain(SECRET);
    assertThat(delivery(id).toString()).doesNotContain(SECRET);
  }

  @Test
  void masksNothingWhereNothingSensitiveIsThere() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.JSON_MESSAGE).once()));
    JsonNode open = tenant.createWebhook(definition(List.of()));
    String whole = "{\"id\":\"101\",\"other\":\"1\"}";
    JsonNode refused = tenant.delivery(tenant.deliver(open, whole));
    String empty = id(tenant.deliver(webhook, ""));
    put(open, definition(List.of("ssn")));

    JsonNode shown = delivery(refused.get("id").asText());

    assertThat(shown.get("masked")).isEmpty();
    assertThat(shown.get("error")).isEqualTo(refused.get("error"));
    assertThat(shown.get("attempts")).isEqualTo(refused.get("attempts"));
    assertThat(shown.get("headers")).isEqualTo(refused.get("headers"));
    assertThat(delivery(empty).get("masked")).isEmpty();
  }

  @Test
  void namesOnlyWhatIsMasked() {
    JsonNode two = tenant.createWebhook(definition(List.of("ssn", "id")));

    JsonNode delivery = delivery(id(tenant.deliver(two, "{\"x\":{\"SSN\":\"1\"}}")));

    assertThat(delivery.get("masked")).extracting(JsonNode::asText).containsExactly("ssn");
    assertThat(delivery.at("/body/content").asText()).contains("\"SSN\":\"•••\"");
  }

  @Test
  void isRevealedToWhoeverMayAndWrittenDown() {
    String id = id(tenant.deliver(webhook, PAYLOAD));
    Someone admin = People.member(INLET, tenant.organization(), Role.ADMIN);

    JsonNode revealed = Tenant.json(reveal(id, admin.token()));

    assertThat(revealed.at("/body/content").asText()).isEqualTo(PAYLOAD);
    assertThat(revealed.at("/attempts/0/request").asText()).contains(SECRET);
    assertThat(revealed.get("masked")).isEmpty();
    assertThat(Sql.rowsOf(tenant.organization(), INLET, REVEALED))
        .containsExactly("USER|%s|%s|null".formatted(admin.email(), id));
    assertThat(delivery(id).toString()).doesNotContain(SECRET);
  }

  @Test
  void isRevealedToNobodyElse() {
    String id = id(tenant.deliver(webhook, PAYLOAD));
    Someone editor = People.member(INLET, tenant.organization(), Role.EDITOR);
    Tenant other = Tenant.in(INLET);

    assertThat(reveal(id, editor.token()).statusCode()).isEqualTo(403);
    assertThat(reveal(id, other.token()).statusCode()).isEqualTo(404);
    assertThat(other.post("/deliveries/" + id + "/reveal", null).statusCode()).isEqualTo(404);
    assertThat(Sql.rowsOf(tenant.organization(), INLET, REVEALED)).isEmpty();
  }

  @Test
  void isFoundByNoSearchForText() {
    tenant.deliver(webhook, PAYLOAD);
    JsonNode open = tenant.createWebhook(definition(List.of()));
    String found = id(tenant.deliver(open, PAYLOAD));

    assertThat(ids("?q=" + SECRET)).containsExactly(found);

    put(open, definition(List.of("ssn")));
    assertThat(ids("?q=" + SECRET)).isEmpty();
  }

  @Test
  void countsForWhatArrivedBeforeItWasMasked() {
    JsonNode open = tenant.createWebhook(definition(List.of()));
    String id = id(tenant.deliver(open, PAYLOAD));
    assertThat(delivery(id).toString()).contains(SECRET);

    put(open, definition(List.of("ssn")));
    assertThat(delivery(id).toString()).doesNotContain(SECRET);

    ObjectNode neverStored = definition(List.of());
    ((ObjectNode) neverStored.get("privacy")).putArray("neverStored").add("ssn");
    put(open, neverStored);
    assertThat(delivery(id).toString()).doesNotContain(SECRET);
  }

  @Test
  void countsOnForWhatArrivedWhileItWasMasked() {
    String id = id(tenant.deliver(webhook, PAYLOAD));

    put(webhook, definition(List.of()));

    assertThat(delivery(id).toString()).doesNotContain(SECRET);
  }

  @Test
  void isReplayedWithoutBeingRevealed() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));
    String id = id(tenant.deliver(webhook, PAYLOAD));
    Someone editor = People.member(INLET, tenant.organization(), Role.EDITOR);

    HttpResponse<String> replayed =
        api.post(path("/deliveries/" + id + "/replay"), editor.token(), Map.of());

    assertThat(replayed.statusCode()).isEqualTo(200);
    assertThat(replayed.body()).doesNotContain(SECRET).contains("SUCCEEDED");
    assertThat(SIMULATOR.activities().toString()).contains(SECRET);
    assertThat(Sql.rowsOf(tenant.organization(), INLET, REVEALED)).isEmpty();
  }

  @Test
  void isFoundOutByNoRehearsal() {
    tenant.deliver(webhook, PAYLOAD);

    JsonNode hit = rehearsed("{\"const\":\"123-45-6789\"}");
    JsonNode miss = rehearsed("{\"const\":\"999\"}");

    assertThat(hit).isEqualTo(miss);
    assertThat(hit.get("rejectedNow").asInt()).isZero();
  }

  @Test
  void standsWholeInTheExportOfEverything() {
    tenant.deliver(webhook, PAYLOAD);

    List<DeliveryResponse> exported =
        INLET
            .bean(DeliveryRepository.class)
            .listAfter(
                tenant.organization(),
                new DeliveryId(new UUID(0, 0)),
                Instant.now().plusSeconds(60));

    assertThat(exported.getFirst().body().content()).isEqualTo(PAYLOAD);
  }

  private JsonNode rehearsed(String ssn) {
    ObjectNode request = Tenant.JSON.createObjectNode();
    request.set(
        "schema",
        Definitions.read(
            """
            {"type":"object","properties":{"ssn":%s,"id":{"type":"string"}},
             "if":{"properties":{"ssn":%s},"required":["ssn"]},"then":{"properties":{"id":{"const":"x"}}}}
            """
                .formatted(ssn, ssn)));
    return Tenant.json(
        tenant.post("/webhooks/" + webhook.get("id").asText() + "/rehearsal", request));
  }

  private HttpResponse<String> reveal(String id, String token) {
    return api.post(path("/deliveries/" + id + "/reveal"), token, null);
  }

  private JsonNode revealed(String id) {
    return Tenant.json(reveal(id, tenant.token()));
  }

  private String path(String path) {
    return "/api/organizations/" + tenant.organization() + path;
  }

  private void put(JsonNode changed, ObjectNode definition) {
    assertThat(tenant.put("/webhooks/" + changed.get("id").asText(), definition).statusCode())
        .isEqualTo(200);
  }

  private JsonNode delivery(String id) {
    return Tenant.json(tenant.get("/deliveries/" + id));
  }

  private List<String> ids(String query) {
    return Tenant.json(tenant.get("/deliveries" + query)).get("items").findValuesAsText("id");
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private static ObjectNode definition(List<String> masked) {
    ObjectNode definition =
        Definitions.activity(
            "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"ssn\":{\"type\":\"string\"}}}",
            Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "$$id$$", "UF_1", "$$ssn$$"));
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("neverStored");
    privacy.set("masked", Tenant.JSON.valueToTree(masked));
    return definition;
  }

  private static ObjectNode byEmail() {
    return byEmail("$$ssn$$");
  }

  private static ObjectNode byEmail(String contact) {
    ObjectNode definition = definition(List.of("ssn"));
    ((ObjectNode) definition.at("/action")).putObject("options").put("contactBy", "email");
    definition
        .at("/action/mapping")
        .forEach(
            field -> {
              if (field.get("field").asText().equals("PartyId")) {
                ((ObjectNode) field).put("value", contact);
              }
            });
    return definition;
  }
}
