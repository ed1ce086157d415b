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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PanelApiTest {

  private static final Simulator IMIS = Simulator.start();
  private static final String PANELS = "/actions/imis.panel/panels";

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
  void saysWhichActionsNeedAPanel() {
    JsonNode actions = Tenant.json(tenant.get("/actions")).get("items");

    assertThat(actions).hasSize(2);
    assertThat(actions.at("/0/type").asText()).isEqualTo("imis.activity");
    assertThat(actions.at("/1/type").asText()).isEqualTo("imis.panel");
    assertThat(actions.findValuesAsText("needsPanel")).containsExactly("false", "true");
    assertThat(actions.at("/0/unavailableBecause").isNull()).isTrue();
    assertThat(actions.at("/1/unavailableBecause").isNull()).isTrue();
    assertThat(actions.at("/1/fields")).isEmpty();
  }

  @Test
  void listsThePanelsThatContactsMayHaveSeveralRecordsIn() {
    JsonNode items = Tenant.json(tenant.get(PANELS)).get("items");

    assertThat(items.toString())
        .isEqualTo(
            """
            [{"name":"Name_CEU","label":"Continuing education units"},\
            {"name":"Board_Notes","label":"Not available via the REST API"},\
            {"name":"Mentoring","label":"Offers to be a mentor"},\
            {"name":"Volunteer_Interests","label":"What a contact would like to help with"}]""");
  }

  @Test
  void showsAPanelWithItsFieldsRequiredOnesFirst() {
    JsonNode panel = Tenant.json(tenant.get(PANELS + "/Volunteer_Interests"));

    assertThat(panel.get("name").asText()).isEqualTo("Volunteer_Interests");
    assertThat(panel.get("label").asText()).isEqualTo("What a contact would like to help with");
    assertThat(panel.get("ownerField").asText()).isEqualTo("ID");
    assertThat(panel.get("fields").findValuesAsText("name"))
        .containsExactly("ID", "Interest", "Level", "Hours", "Since", "Active", "Notes");
    assertThat(panel.get("fields").findValuesAsText("type"))
        .containsExactly("TEXT", "TEXT", "TEXT", "DECIMAL", "DATE", "BOOLEAN", "TEXT");
    assertThat(panel.get("fields").findValuesAsText("isRequired"))
        .containsExactly("true", "true", "false", "false", "false", "false", "false");
    assertThat(panel.at("/fields/1/lengthMax").asInt()).isEqualTo(50);
    assertThat(panel.at("/fields/2/label").asText()).isEqualTo("Level of experience");
    assertThat(panel.at("/fields/3/precision").asInt()).isEqualTo(9);
    assertThat(panel.at("/fields/3/scale").asInt()).isEqualTo(2);
    assertThat(panel.at("/fields/6/lengthMax").isNull()).isTrue();
  }

  @Test
  void readsTheContactKeyFromTheDefinition() {
    JsonNode panel = Tenant.json(tenant.get(PANELS + "/Name_CEU"));

    assertThat(panel.get("ownerField").asText()).isEqualTo("PartyId");
    assertThat(panel.at("/fields/0/name").asText()).isEqualTo("PartyId");
    assertThat(panel.at("/fields/0/label").asText()).isEqualTo("ID");
    assertThat(panel.get("fields").findValuesAsText("name")).doesNotContain("SEQN");
  }

  @Test
  void readsAnyContactKeyAllowedValuesAndDefaults() {
    JsonNode panel = Tenant.json(tenant.get(PANELS + "/Mentoring"));

    assertThat(panel.get("ownerField").asText()).isEqualTo("ContactKey");
    assertThat(panel.get("fields").findValuesAsText("name"))
        .containsExactly("ContactKey", "Topic", "Meetings", "Place");
    assertThat(panel.at("/fields/2/allowedValues").toString()).isEqualTo("[\"1\",\"2\",\"4\"]");
    assertThat(panel.at("/fields/3/allowedValues").toString())
        .isEqualTo("[\"Online\",\"In person\"]");
    assertThat(panel.at("/fields/3/help").asText()).isEqualTo("The default in iMIS is “Online”.");
    assertThat(Instant.parse(panel.get("readAt").asText())).isBefore(Instant.now());
  }

  /** What a stranger's iMIS says is neither believed without end nor shown as it is. */
  @Test
  void boundsWhatAStrangersDefinitionSays() {
    String values =
        IntStream.range(0, 20_000)
            .mapToObj("{\"Value\":\"%d\"}"::formatted)
            .collect(Collectors.joining(","));
    IMIS.replace(
        "BOEntityDefinition/Mentoring",
        """
        {"EntityTypeName":"Mentoring","ObjectTypeName":"MULTI","PrimaryParentEntityTypeName":"Party","IsDesignable":true,
         "Description":"%s","Properties":{"$values":[
          {"Name":"PartyId","PropertyTypeName":"Integer","IsPrimaryParentIdentity":true,"IsIdentity":true,
           "Rule":{"ValueList":{"$values":[{"Value":"1"}]}}},
          {"Name":"constructor","PropertyTypeName":"String","MaxLength":-1,"Caption":"a\\u202Eb\\u2066c"},
          {"Name":"__proto__","PropertyTypeName":"String","MaxLength":0,"Rule":{"ValueList":{"$values":[%s]}}},
          {"Name":"Kept","PropertyTypeName":"String","ExtendedPropertyInformation":{"IsReadOnly":true}},
          {"Name":"Set","PropertyTypeName":"String","IsReadOnly":true}]}}
        """
            .formatted("x".repeat(10_000), values));

    JsonNode panel = Tenant.json(tenant.get(PANELS + "/Mentoring"));

    assertThat(panel.get("label").asText()).hasSize(201);
    assertThat(panel.get("fields").findValuesAsText("name"))
        .containsExactly("PartyId", "constructor", "__proto__");
    assertThat(panel.get("fields").findValuesAsText("label"))
        .containsExactly("ID", "a b c", "__proto__");
    for (JsonNode field : panel.get("fields")) {
      assertThat(field.get("lengthMax").isNull()).isTrue();
      assertThat(field.get("allowedValues")).isEmpty();
    }
  }

  @Test
  void findsNothingElse() {
    for (String path :
        new String[] {
          "/actions/imis.nothing/panels",
          "/actions/imis.activity/panels",
          "/actions/imis.nothing/panels/Volunteer_Interests",
          "/actions/imis.activity/panels/Volunteer_Interests",
          PANELS + "/Nothing",
          PANELS + "/Activity",
          PANELS + "/Demographics",
          PANELS + "/volunteer_interests",
          PANELS + "/Nothing?refresh=true",
          PANELS + "/a%00b?refresh=true",
          PANELS + "/..%2FParty",
          PANELS + "/Volunteer_Interests%3Flimit=1"
        }) {
      assertThat(tenant.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(IMIS.requests()).noneMatch(request -> request.path().contains("Party"));
  }

  @Test
  void asksImisOnceHoweverOftenItIsAsked() {
    IntStream.range(0, 20)
        .parallel()
        .forEach(
            i -> {
              tenant.get(PANELS);
              tenant.get(PANELS + "/Volunteer_Interests");
            });
    tenant.createWebhook(Definitions.interest(Map.of("ID", "101", "Interest", "Chess")));

    assertThat(
            IMIS.requests().stream()
                .filter(request -> request.path().contains("BOEntityDefinition")))
        .hasSize(2);
  }

  @Test
  void saysWhatToDoWhenImisCannotBeRead() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.READ, 503, Body.HTML)));
    requireUnreadable("iMIS is not working properly right now. Try again later.");

    IMIS.set(s -> s.withFaults(List.of()).withRemoteServiceRole(false));
    requireUnreadable("may not see them. Give it the RemoteService role in iMIS.");

    IMIS.set(s -> s.withRemoteServiceRole(true).withFault(Fault.answer(Part.READ, 200, Body.HTML)));
    requireUnreadable("iMIS answered with something else. Test the connection.");

    IMIS.set(s -> s.withFaults(List.of()).withFault(Fault.drop(Part.READ)));
    requireUnreadable("iMIS did not answer. Check that it is up, and test the connection.");

    IMIS.reset();
    assertThat(tenant.get(PANELS).statusCode()).isEqualTo(200); // failures are not remembered
  }

  @Test
  void readsNoMoreThanItIsWillingTo() {
    Fault endless = Fault.answer(Part.READ, 200, Body.OVERSIZED).withBodyBytes(5 * 1024 * 1024);
    IMIS.set(s -> s.withFault(endless));

    requireUnreadable("iMIS answered with something else. Test the connection.");
  }

  @Test
  void listsPanelsOnlyOfAConnection() {
    Tenant unconnected = Tenant.in(TestInlet.shared());

    assertThat(Tenant.json(unconnected.get("/actions")).at("/items/1/unavailableBecause").isNull())
        .isTrue();
    for (String path : new String[] {PANELS, PANELS + "/Volunteer_Interests"}) {
      HttpResponse<String> answer = unconnected.get(path);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(Tenant.json(answer).get("type").asText()).endsWith(":connection-required");
    }
  }

  @Test
  void tellsA2017TenantWhyThereAreNone() {
    tenant.put("/connection", Tenant.connection(IMIS.baseUrl().toString()).put("edition", "2017"));

    JsonNode actions = Tenant.json(tenant.get("/actions")).get("items");
    HttpResponse<String> list = tenant.get(PANELS);

    assertThat(actions.at("/0/unavailableBecause").isNull()).isTrue();
    assertThat(actions.at("/1/unavailableBecause").asText()).startsWith("Panels need iMIS EMS");
    assertThat(list.statusCode()).isEqualTo(409);
    assertThat(Tenant.json(list).get("detail")).isEqualTo(actions.at("/1/unavailableBecause"));
    assertThat(IMIS.requests()).isEmpty();
  }

  /** Two organizations with an iMIS each: what one read is not what the other sees. */
  @Test
  void keepsEachOrganizationToItsOwnImis() {
    try (Simulator other = Simulator.start()) {
      Tenant neighbour = Tenant.connected(TestInlet.shared(), other);
      assertThat(tenant.get(PANELS).statusCode()).isEqualTo(200);
      other.set(s -> s.withRemoteServiceRole(false));

      assertThat(neighbour.get(PANELS).statusCode()).isEqualTo(502);
      assertThat(tenant.get(PANELS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void forgetsWhatItReadOfAnEarlierConnection() {
    tenant.get(PANELS);
    try (Simulator other = Simulator.start()) {
      other.set(s -> s.withRemoteServiceRole(false));
      tenant.connect(other.baseUrl().toString());

      assertThat(tenant.get(PANELS).statusCode()).isEqualTo(502);
    }
  }

  private void requireUnreadable(String ending) {
    for (String path : new String[] {PANELS, PANELS + "/Volunteer_Interests"}) {
      HttpResponse<String> answer = tenant.get(path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
      assertThat(Tenant.json(answer).get("type").asText()).endsWith(":target-unreadable");
      assertThat(Tenant.json(answer).get("detail").asText())
          .startsWith("The panels could not be read because ")
          .endsWith(ending);
      assertThat(answer.body()).doesNotContain("127.0.0.1", "demo", "<html");
    }
  }
}
