package dev.inlet.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the organization's own system suggests for a field: its activity types. */
class ChoiceApiTest {

  private static final Simulator IMIS = Simulator.start();
  private static final String TYPES = "/actions/imis.activity/choices/ACTIVITY_TYPE";

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), IMIS);

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void saysWhichFieldsHaveChoices() {
    JsonNode actions = Tenant.json(tenant.get("/actions")).get("items");

    assertThat(actions.at("/0/fieldsWithChoices").toString()).isEqualTo("[\"ACTIVITY_TYPE\"]");
    assertThat(actions.at("/1/fieldsWithChoices")).isEmpty();
  }

  @Test
  void listsTheActivityTypesWithTheFieldsThatEachUses() {
    JsonNode list = Tenant.json(tenant.get(TYPES));

    assertThat(list.get("items").findValuesAsText("value"))
        .containsExactly("CALL", "DONATION", "DUES", "MEETING", "TEST", "WEBHOOK");
    assertThat(list.at("/items/0").toString())
        .isEqualTo(
            """
            {"value":"CALL","label":"Telephone call","warning":null,"fields":[\
            {"name":"DESCRIPTION","label":"Subject"},{"name":"NOTE","label":"What was said"},\
            {"name":"TICKLER_DATE","label":"Call back on"},{"name":"UNITS","label":"Minutes"}]}""");
    assertThat(Instant.parse(list.get("readAt").asText())).isBefore(Instant.now());
  }

  @Test
  void warnsOfWhatImisItselfWrites() {
    IMIS.replace(
        "LegacyActivityType",
        """
        {"Items":{"$values":[{"ActivityTypeId":"GIFT","AllowUserEdit":true},{"ActivityTypeId":"CERT",
         "Description":"Certification","AllowUserEdit":true},{"ActivityTypeId":"LOCKED"},
         {"ActivityTypeId":"CALL","AllowUserEdit":true}]}}
        """);

    JsonNode items = Tenant.json(tenant.get(TYPES)).get("items");

    for (JsonNode item : items) {
      boolean isSystem = !item.get("value").asText().equals("CALL");
      assertThat(item.get("warning").asText().startsWith("iMIS itself writes")).isEqualTo(isSystem);
    }
    assertThat(items).hasSize(4);
  }

  @Test
  void findsNothingElse() {
    for (String path :
        new String[] {
          "/actions/imis.nothing/choices/ACTIVITY_TYPE",
          "/actions/imis.panel/choices/ACTIVITY_TYPE",
          "/actions/imis.activity/choices/NOTE",
          "/actions/imis.activity/choices/constructor"
        }) {
      assertThat(tenant.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void asksImisOnce() {
    IntStream.range(0, 10).parallel().forEach(i -> tenant.get(TYPES + "?refresh=true"));

    assertThat(IMIS.requests().stream().filter(each -> each.path().contains("LegacyActivityType")))
        .hasSize(1);
  }

  @Test
  void saysWhyTheyCannotBeRead() {
    IMIS.set(s -> s.withRemoteServiceRole(false));

    HttpResponse<String> answer = tenant.get(TYPES);

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(Tenant.json(answer).get("detail").asText())
        .isEqualTo(
            "The activity types could not be read because the connection's user may not see them."
                + " Give it the RemoteService role in iMIS.");
    assertThat(Tenant.in(TestInlet.shared()).get(TYPES).statusCode()).isEqualTo(409);
  }

  /** Whatever the types are, a webhook is designed without them. */
  @Test
  void savesAnActivityWhileTheTypesCannotBeRead() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.READ, 503, Body.HTML)));

    tenant.createWebhook(
        Definitions.activity(
            "{\"type\":\"object\"}", Map.of("ACTIVITY_TYPE", "ANY", "PartyId", "101")));

    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void believesNoListWithoutEnd() {
    String types =
        IntStream.range(0, 20_000)
            .mapToObj("{\"ActivityTypeId\":\"T%d\",\"Uf1Prompt\":\"constructor\"}"::formatted)
            .collect(Collectors.joining(","));
    IMIS.replace(
        "LegacyActivityType", "{\"Items\":{\"$values\":[%s]},\"HasNext\":true}".formatted(types));

    assertThat(Tenant.json(tenant.get(TYPES)).get("items")).hasSizeLessThanOrEqualTo(2_000);
  }
}
