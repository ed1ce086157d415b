package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupApiTest extends SimulatorTestBase {
  @Test
  void findsAPerson() {
    JsonNode person = json(get("/api/party/101"));

    assertThat(person.path("$type").asText())
        .isEqualTo("Asi.Soa.Membership.DataContracts.PersonData, Asi.Contracts");
    assertThat(person.path("PartyId").isTextual()).isTrue();
    assertThat(person.path("Name").asText()).isEqualTo("Ada Lindqvist");
  }

  @Test
  void knowsTheContacts101To150() {
    assertThat(get("/api/Party/100").statusCode()).isEqualTo(404);
    assertThat(get("/api/Party/150").statusCode()).isEqualTo(200);
    assertThat(get("/api/Party/151").statusCode()).isEqualTo(404);
    assertThat(total(get("/api/Party?limit=1"))).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "Party?email=ada.lindqvist@example.org,1",
    "Party?email=costa.family@example.org,2",
    "Party?email=nobody@example.org,0",
    "PartySummary?email=eq:costa.family@example.org,2",
    "CsContactBasic?email=eq:costa.family@example.org&limit=2,2",
    "CsContactBasic?email=eq:ADA.lindqvist@example.org,1"
  })
  void findsNoneOneOrManyByEmail(String query, int total) {
    assertThat(total(get("/api/" + query))).isEqualTo(total);
  }

  @Test
  void addsTheEmailInASummary() {
    assertThat(json(get("/api/PartySummary/101")).path("Email").asText())
        .isEqualTo("ada.lindqvist@example.org");
  }

  @Test
  void givesABasicContactAsAGenericEntityThatCannotBeChanged() {
    assertThat(value(json(get("/api/CsContactBasic/101")), "FullName").asText())
        .isEqualTo("Ada Lindqvist");
    assertThat(post("/api/CsContactBasic", entity(Map.of("ID", "101"))).statusCode())
        .isEqualTo(501);
  }

  @Test
  void listsActivityTypesWithTheirPrompts() {
    JsonNode call = json(get("/api/LegacyActivityType/call"));

    assertThat(total(get("/api/LegacyActivityType"))).isEqualTo(6);
    assertThat(call.path("ActivityTypeId").asText()).isEqualTo("CALL");
    assertThat(call.path("UnitsPrompt").asText()).isEqualTo("Minutes");
    assertThat(call.has("AmountPrompt")).isFalse();
    assertThat(json(get("/api/LegacyActivityType/DUES")).has("AllowUserEdit")).isFalse();
  }

  @Test
  void listsThePanelDefinitions() {
    JsonNode page = json(get("/api/BoEntityDefinition?limit=500"));

    assertThat(page.path("$type").asText()).contains("BOEntityDefinitionData");
    assertThat(total(get("/api/BOEntityDefinition?IsDesignable=true"))).isEqualTo(5);
  }

  @Test
  void describesAPanelAndOmitsWhatIsFalse() {
    JsonNode panel = json(get("/api/BOEntityDefinition/Volunteer_Interests"));

    assertThat(panel.path("ObjectTypeName").asText()).isEqualTo("Multi");
    assertThat(panel.path("IsDesignable").asBoolean()).isTrue();
    assertThat(property(panel, "ID"))
        .isEqualTo(
            """
            {"$type":"Asi.Soa.Core.DataContracts.PropertyTypeStringData, Asi.Contracts",\
            "PropertyTypeName":"String","MaxLength":10,"Name":"ID","Caption":"ID",\
            "IsIdentity":true,"IsPrimaryParentIdentity":true,"Required":true,"Visible":true}""");
    assertThat(property(panel, "Since"))
        .isEqualTo(
            """
            {"$type":"Asi.Soa.Core.DataContracts.PropertyTypeDateTimeData, Asi.Contracts",\
            "PropertyTypeName":"Date","DateTimeDataType":1,"Name":"Since","Caption":"Since",\
            "Visible":true}""");
    assertThat(property(panel, "Level"))
        .contains("PropertyRuleValueListData", "\"Value\":\"Experienced\"");
  }

  @Test
  void wrapsTheAllowedValuesOfANumberAndTellsADefault() {
    JsonNode panel = json(get("/api/BOEntityDefinition/Mentoring"));

    assertThat(property(panel, "ContactKey")).contains("\"IsPrimaryParentIdentity\":true");
    assertThat(property(panel, "Meetings"))
        .contains("\"Value\":{\"$type\":\"System.Int32\",\"$value\":2}");
    assertThat(property(panel, "Place")).contains("\"DefaultValue\":\"Online\"");
  }

  @Test
  void answersAReadWithWhatWasPutInItsPlace() {
    SIMULATOR.replace("BOEntityDefinition/Mentoring", "{\"EntityTypeName\":\"Changed\"}");
    assertThat(json(get("/api/boentitydefinition/mentoring")).path("EntityTypeName").asText())
        .isEqualTo("Changed");
  }

  @Test
  void givesMetadataUnlessToldNotTo() {
    assertThat(json(get("/api/metadata/Activity")).path("$type").asText())
        .contains("EntityDefinitionData");
    assertThat(get("/api/metadata/Nothing").statusCode()).isEqualTo(501);

    SIMULATOR.set(s -> s.withMetadata(false));
    assertThat(get("/api/metadata/Activity").statusCode()).isEqualTo(501);
  }

  private static String property(JsonNode definition, String name) {
    for (JsonNode property : definition.path("Properties").path("$values")) {
      if (property.path("Name").asText().equals(name)) {
        return property.toString();
      }
    }
    throw new AssertionError(name);
  }
}
