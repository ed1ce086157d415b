package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Switches.SentKey;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PanelApiTest extends SimulatorTestBase {
  private static final String INTERESTS = "/api/Volunteer_Interests";

  @Test
  void saysOrdinal0ButStoresTheNumber() {
    insertInterest("Gardening");
    HttpResponse<String> response = insertInterest("Phone bank");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(identity(json(response))).isEqualTo("[\"101\",\"0\"]");
    assertThat(value(json(response), "Ordinal").asInt()).isZero();
    assertThat(value(json(get(INTERESTS + "/~101%7C2")), "Interest").asText())
        .isEqualTo("Phone bank");
  }

  @Test
  void saysTheNumberWhenTheBugIsOff() {
    SIMULATOR.set(s -> s.withOrdinalZero(false));

    assertThat(identity(json(insertInterest("Gardening")))).isEqualTo("[\"101\",\"1\"]");
  }

  @Test
  void numbersTheRowsOfEachContact() {
    insertInterest("Gardening");
    post(INTERESTS, entity(Map.of("ID", "102", "Interest", "Ushering")));

    assertThat(SIMULATOR.rows("volunteer_interests"))
        .containsExactly(
            Map.of("ID", "101", "Ordinal", 1, "Interest", "Gardening"),
            Map.of("ID", "102", "Ordinal", 1, "Interest", "Ushering"));
  }

  @Test
  void findsARowByEntityIdAndByFilter() {
    insertInterest("Gardening");

    JsonNode byEntityId = json(get(INTERESTS + "?EntityId=%7e101%7c1"));
    HttpResponse<String> byKeys = get(INTERESTS + "?ID=101&Ordinal=1");

    assertThat(value(byEntityId, "Ordinal").asInt()).isEqualTo(1);
    assertThat(total(byKeys)).isEqualTo(1);
  }

  @Test
  void refusesHalfAnIdentity() {
    insertInterest("Gardening");

    HttpResponse<String> response = get(INTERESTS + "/101");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("ArgumentFault: Incorrect number of identity element");
  }

  @Test
  void refusesAValueThatIsNotInTheList() {
    HttpResponse<String> response =
        post(INTERESTS, entity(Map.of("ID", "101", "Interest", "Chess", "Level", "Master")));

    assertThat(firstMessage(response))
        .isEqualTo(
            "Value Master of property Level is not present in allowed options"
                + " 'Beginner, Experienced, Expert' for this property.");
  }

  @Test
  void refusesARowWithoutARequiredField() {
    HttpResponse<String> response = post(INTERESTS, entity(Map.of("ID", "101")));

    assertThat(firstMessage(response)).isEqualTo("The field 'Interest' must have a value.");
  }

  @Test
  void storesEveryType() {
    Map<String, Object> row =
        Map.of(
            "ID",
            "101",
            "Interest",
            "Chess",
            "Level",
            "Expert",
            "Hours",
            2.5,
            "Since",
            "2020-05-01",
            "Active",
            true,
            "Notes",
            "n".repeat(5000));

    assertThat(post(INTERESTS, entity(row)).statusCode()).isEqualTo(201);
    JsonNode stored = json(get(INTERESTS + "/~101%7C1"));

    assertThat(value(stored, "Hours").decimalValue()).isEqualByComparingTo("2.5");
    assertThat(value(stored, "Since").asText()).isEqualTo("2020-05-01T00:00:00");
    assertThat(value(stored, "Active").asBoolean()).isTrue();
    assertThat(value(stored, "Notes").asText()).hasSize(5000);
  }

  @Test
  void honoursAnOrdinalWhenToldSoAndCountsOnFromIt() {
    SIMULATOR.set(s -> s.withSentKey(SentKey.HONOURED).withOrdinalZero(false));
    post(INTERESTS, entity(Map.of("ID", "101", "Interest", "Chess", "Ordinal", 5)));

    assertThat(identity(json(insertInterest("Go")))).isEqualTo("[\"101\",\"6\"]");
  }

  @Test
  void changesAndDeletesARow() {
    insertInterest("Gardening");

    put(INTERESTS + "/~101%7C1", entity(Map.of("ID", "101", "Ordinal", 1, "Interest", "Chess")));
    assertThat(value(json(get(INTERESTS + "/~101%7C1")), "Interest").asText()).isEqualTo("Chess");

    assertThat(delete(INTERESTS + "?EntityId=%7e101%7c1").statusCode()).isEqualTo(200);
    assertThat(get(INTERESTS + "/~101%7C1").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsALegacyPanelByPartyIdAndSeqn() {
    post("/api/Name_CEU", entity(Map.of("PartyId", "101", "CEU_Hours", 10)));

    String stored = get("/api/Name_CEU/~101%7C1").body();

    assertThat(stored)
        .contains("\"Name\":\"CEU_Hours\",\"Value\":{\"$type\":\"System.Double\",\"$value\":10.0}")
        .contains("\"Name\":\"CEU_Course\"}");
  }

  @Test
  void keepsOneRowForEachContactInASingleInstancePanel() {
    String row = entity(Map.of("ID", "101", "Industry", "Education"));

    assertThat(post("/api/Demographics", row).statusCode()).isEqualTo(201);
    assertThat(post("/api/Demographics", row).statusCode()).isEqualTo(409);
    assertThat(put("/api/Demographics/101", row).statusCode()).isEqualTo(200);
    assertThat(get("/api/Demographics/102").statusCode()).isEqualTo(404);
  }

  @Test
  void hidesAPanelThatIsNotAvailableToRest() {
    assertThat(post("/api/Board_Notes", "{}").statusCode()).isEqualTo(403);

    SIMULATOR.set(s -> s.withHiddenPanelStatus(501));
    assertThat(get("/api/Board_Notes").statusCode()).isEqualTo(501);
  }

  private HttpResponse<String> insertInterest(String interest) {
    return post(INTERESTS, entity(Map.of("ID", "101", "Interest", interest)));
  }
}
