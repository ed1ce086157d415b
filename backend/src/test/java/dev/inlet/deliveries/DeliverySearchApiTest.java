package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeliverySearchApiTest {

  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void findsWordsWhereverTheyStandAndHoweverTheyAreWritten() {
    String mine = deliver("{\"firstName\":\"José\",\"note\":{\"deep\":[\"the Needle\"]}}");
    deliver("{\"firstName\":\"Josef\"}");

    assertThat(ids("?q=" + encoded("needle JOSE"))).containsExactly(mine);
    assertThat(ids("?q=" + encoded("needle josef"))).isEmpty();
    assertThat(ids("?q=needl")).isEmpty();
  }

  @Test
  void findsAPropertyByItsWholeValue() {
    String mine = deliver("{\"email\":\"Homer@example.org\",\"count\":1.50}");
    deliver("{\"email\":\"homer@example.org.au\",\"count\":15}");

    assertThat(ids("?property=email&value=" + encoded("homer@example.org"))).containsExactly(mine);
    assertThat(ids("?property=count&value=1.5")).containsExactly(mine);
    assertThat(ids("?property=email&value=homer")).isEmpty();
    assertThat(ids("?property=count&value=1.5&outcome=SUCCEEDED")).isEmpty();
    assertThat(ids("?property=count&value=1.5&outcome=REJECTED")).containsExactly(mine);
  }

  @Test
  void findsWhatCouldNotBeRead() {
    String mine = deliver("member=Homer;{\"never\" closed");

    assertThat(ids("?q=homer")).containsExactly(mine);
  }

  @Test
  void findsMoreWordsThanAreKeptByReadingOn() {
    String many =
        IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    String mine = deliver("{\"firstName\":\"%s\"}".formatted(many));
    deliver("{\"firstName\":\"%s\"}".formatted(many.replace("word399", "other")));

    assertThat(ids("?q=word399")).containsExactly(mine);
    assertThat(ids("?q=word3")).contains(mine);
  }

  @Test
  void narrowsByReasonVersionAndSource() {
    String first = deliver("{}");
    JsonNode changed = Definitions.sample().put("name", "Sample");
    ((ObjectNode) changed.get("schema")).put("description", "changed");
    tenant.put("/webhooks/" + webhook.get("id").asText(), changed);
    String second = deliver("{}");
    String broken = deliver("{");
    String of = "&webhookId=" + webhook.get("id").asText();

    assertThat(ids("?version=1" + of)).containsExactly(first);
    assertThat(ids("?version=2" + of)).containsExactly(broken, second);
    assertThat(ids("?reason=NOT_JSON")).containsExactly(broken);
    assertThat(ids("?source=127.0.0.1&reason=SCHEMA_VIOLATED")).containsExactly(second, first);
    assertThat(ids("?source=192.0.2.77")).isEmpty();
    assertThat(tenant.get("/deliveries?version=1").statusCode()).isEqualTo(400);
  }

  @Test
  void findsByWhatWasWritten() {
    JsonNode delivery = tenant.delivery(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));

    assertThat(ids("?q=" + delivery.get("recordId").asText()))
        .contains(delivery.get("id").asText());
  }

  /** Both ways a page may be left, and come back to. */
  @Test
  void turnsPagesBothWays() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.addFirst(deliver("{\"firstName\":\"turned\"}"));
    }
    for (String filter : List.of("", "&q=turned", "&outcome=REJECTED")) {
      JsonNode first = list("?limit=2" + filter);
      JsonNode second = list("?limit=2" + filter + cursor(first, "nextCursor"));
      JsonNode third = list("?limit=2" + filter + cursor(second, "nextCursor"));
      JsonNode back = list("?limit=2" + filter + cursor(third, "previousCursor"));
      JsonNode start = list("?limit=2" + filter + cursor(back, "previousCursor"));

      assertThat(ids(first)).as(filter).isEqualTo(all.subList(0, 2));
      assertThat(first.get("previousCursor").isNull()).isTrue();
      assertThat(ids(third)).isEqualTo(all.subList(4, 5));
      assertThat(third.get("nextCursor").isNull()).isTrue();
      assertThat(ids(back)).isEqualTo(ids(second)).isEqualTo(all.subList(2, 4));
      assertThat(ids(start)).isEqualTo(ids(first));
      assertThat(start.get("previousCursor").isNull()).isTrue();
      assertThat(start.get("nextCursor").isNull()).isFalse();
    }
  }

  /** More than are carried about: they are met on the way from the newest on. */
  @Test
  void findsFrequentWordsTogetherWithRareOnes() {
    String rare = deliver("{\"firstName\":\"frequent rare\"}");
    deliver("{\"firstName\":\"frequent\"}");
    CopiedDeliveries.after(tenant, 6_000);

    assertThat(ids("?q=frequent&limit=200")).hasSize(200).doesNotContain(rare);
    assertThat(ids("?q=" + encoded("frequent rare"))).containsExactly(rare);
    assertThat(count("?q=frequent")).isEqualTo("6002|false");
    assertThat(count("?q=frequent&outcome=SUCCEEDED")).isEqualTo("0|false");
  }

  /** Else its own is somewhere among all that quote it. */
  @Test
  void anIdFindsItsDeliveryAloneAndOfNoDeliveryWhatQuotesIt() {
    String named = deliver("{\"firstName\":\"quoted\"}");
    String nobodys = DeliveryId.at(Instant.now()).toString();
    deliver("{\"firstName\":\"%s\"}".formatted(named));
    String quoting = deliver("{\"firstName\":\"%s\"}".formatted(nobodys));

    assertThat(ids("?q=" + named)).containsExactly(named);
    assertThat(count("?q=" + named)).isEqualTo("1|false");
    assertThat(ids("?q=" + named + "&outcome=SUCCEEDED")).isEmpty();
    assertThat(ids("?q=" + nobodys)).containsExactly(quoting);
  }

  @Test
  void findsNothingOfAnotherOrganization() {
    Tenant other = Tenant.connected(TestInlet.shared(), SIMULATOR);
    deliver("{\"firstName\":\"secret\",\"email\":\"s@example.org\"}");
    String id = deliver("{}");

    for (String query :
        List.of("?q=secret", "?property=email&value=s@example.org", "?q=" + id, "?q=127.0.0.1")) {
      assertThat(ids(Tenant.json(other.get("/deliveries" + query)))).as(query).isEmpty();
      assertThat(ids(query)).as(query).isNotEmpty();
    }
  }

  @Test
  void whatARefusalQuotedIsNotWhatIsSearched() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.HTML)));
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(ids("?q=html")).isEmpty();
  }

  @Test
  void refusesAPropertyWithoutAValue() {
    assertThat(tenant.get("/deliveries?property=email").statusCode()).isEqualTo(400);
  }

  private String deliver(String body) {
    HttpResponse<String> answer = tenant.deliver(webhook, body);
    return tenant.delivery(answer).get("id").asText();
  }

  private JsonNode list(String query) {
    return Tenant.json(tenant.get("/deliveries" + query));
  }

  private List<String> ids(String query) {
    return ids(list(query));
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").findValuesAsText("id");
  }

  private static String cursor(JsonNode page, String name) {
    return "&cursor=" + page.get(name).asText();
  }

  private String count(String query) {
    JsonNode count = Tenant.json(tenant.get("/deliveries/count" + query));
    return count.get("count").asText() + "|" + count.get("isEstimate").asText();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
