package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityApiTest extends SimulatorTestBase {
  private static final Map<String, Object> MINIMUM =
      Map.of("ACTIVITY_TYPE", "WEBHOOK", "PartyId", "101");

  @Test
  void createsAnActivityFromTheOfficialMinimum() {
    HttpResponse<String> response = insertActivity(MINIMUM);

    JsonNode entity = json(response);
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(entity.fieldNames())
        .toIterable()
        .containsExactly(
            "$type",
            "EntityTypeName",
            "PrimaryParentEntityTypeName",
            "Identity",
            "PrimaryParentIdentity",
            "Properties");
    assertThat(identity(entity)).isEqualTo("[\"10001\"]");
    assertThat(value(entity, "SEQN").isInt()).isTrue();
    assertThat(value(entity, "TRANSACTION_DATE").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void writesWrappedValuesTypeFirstAndOmitsNulls() {
    String body =
        insertActivity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101", "UNITS", 1.5)).body();

    String property =
        "{\"$type\":\"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts\",";
    assertThat(body)
        .contains(
            property
                + "\"Name\":\"UNITS\",\"Value\":{\"$type\":\"System.Decimal\",\"$value\":1.50}}")
        .contains(
            property
                + "\"Name\":\"RECURRING_REQUEST\",\"Value\":{\"$type\":\"System.Boolean\",\"$value\":false}}")
        .contains(property + "\"Name\":\"DESCRIPTION\",\"Value\":\"\"}")
        .contains(property + "\"Name\":\"NOTE\"}");
  }

  @Test
  void sendsTheRecordedHeaders() {
    HttpResponse<String> response = insertActivity(MINIMUM);

    assertThat(response.headers().map())
        .containsEntry("content-type", List.of("application/json; charset=utf-8"))
        .containsEntry("cache-control", List.of("no-cache"))
        .containsEntry("access-control-allow-origin", List.of("*"))
        .containsEntry("x-aspnet-version", List.of("4.0.30319"));
  }

  @Test
  void listsOnlyWhatWasSetWhenToldSo() {
    SIMULATOR.set(s -> s.withUnsetPropertiesListed(false));

    JsonNode entity = json(insertActivity(MINIMUM));

    assertThat(entity.path("Properties").path("$values")).hasSize(4);
  }

  @Test
  void acceptsMemberNamesInAnyCaseAndMissingInnerTypes() {
    String body =
        """
        {"properties":{"$values":[{"name":"ACTIVITY_TYPE","value":"CALL"},{"Name":"PartyId","Value":"102"},
        {"Name":"UNITS","Value":{"$type":"System.Decimal","$value":2}},{"Name":"QUANTITY","Value":3}]}}
        """;

    JsonNode entity = json(post("/api/Activity", body));

    assertThat(value(entity, "UNITS").decimalValue()).isEqualByComparingTo("2");
    assertThat(value(entity, "QUANTITY").decimalValue()).isEqualByComparingTo("3");
  }

  @Test
  void takesTheContactFromThePrimaryParentIdentity() {
    String body =
        """
        {"PrimaryParentIdentity":{"EntityTypeName":"Party","IdentityElements":{"$values":["103"]}},
        "Properties":{"$values":[{"Name":"ACTIVITY_TYPE","Value":"CALL"}]}}
        """;

    assertThat(value(json(post("/api/Activity", body)), "PartyId").asText()).isEqualTo("103");
  }

  @Test
  void readsBackWhatItStored() {
    String seqn = value(json(insertActivity(MINIMUM)), "SEQN").asText();

    assertThat(value(json(get("/API/activity/" + seqn)), "ACTIVITY_TYPE").asText())
        .isEqualTo("WEBHOOK");
    assertThat(SIMULATOR.activities())
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("PartyId", "101").containsEntry("SEQN", 10001));
  }

  @Test
  void answers404ForAnUnknownNumberAnd400ForTooManyElements() {
    assertThat(get("/api/Activity/1").statusCode()).isEqualTo(404);
    assertThat(get("/api/Activity/abc").statusCode()).isEqualTo(404);
    assertThat(get("/api/Activity/~1%7C2").statusCode()).isEqualTo(400);
  }

  @Test
  void putsAnActivityInPlaceOfAnotherButKeepsItsOwner() {
    insertActivity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101", "UF_1", "a", "NOTE", "n"));

    HttpResponse<String> response =
        put(
            "/api/Activity/10001",
            entity(Map.of("ACTIVITY_TYPE", "CALL", "PartyId", "102", "SEQN", 7, "UF_1", "b")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities())
        .containsExactly(
            Map.of("SEQN", 10001, "PartyId", "101", "ACTIVITY_TYPE", "CALL", "UF_1", "b"));
    assertThat(total(get("/api/Activity?UF_1=a"))).isZero();
    assertThat(total(get("/api/Activity?UF_1=b"))).isEqualTo(1);
  }

  @Test
  void deletesAnActivity() {
    insertActivity(MINIMUM);

    assertThat(delete("/api/Activity/10001").statusCode()).isEqualTo(200);
    assertThat(get("/api/Activity/10001").statusCode()).isEqualTo(404);
    assertThat(total(get("/api/Activity?PartyId=101"))).isZero();
    assertThat(total(get("/api/Activity"))).isZero();
  }

  @Test
  void answersPutAndDeleteWithTheStatusThatIsSet() {
    SIMULATOR.set(s -> s.withPutStatus(201).withDeleteStatus(202));
    insertActivity(MINIMUM);

    assertThat(put("/api/Activity/10001", entity(MINIMUM)).statusCode()).isEqualTo(201);
    assertThat(delete("/api/Activity/10001").statusCode()).isEqualTo(202);
  }

  @Test
  void validatesWithoutStoring() {
    HttpResponse<String> good = post("/api/Activity/_validate", entity(MINIMUM));
    HttpResponse<String> bad = post("/api/Activity/_validate", entity(Map.of("PartyId", "101")));

    assertThat(good.statusCode()).isEqualTo(200);
    assertThat(json(good).has("Errors")).isFalse();
    assertThat(firstMessage(bad)).isEqualTo("The field 'ACTIVITY_TYPE' must have a value.");
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void servesTheSameUnderTheFolderOfAnInstance() {
    post("/Asi.Scheduler_Demo/api/Activity", entity(MINIMUM));

    assertThat(get("/api/Activity/10001").statusCode()).isEqualTo(200);
    assertThat(send(request("/Asi.Scheduler_Demo/TOKEN")).statusCode()).isEqualTo(400);
  }

  @Test
  void doesNotImplementUnknownEntitiesAndOperations() {
    assertThat(get("/api/Nothing").statusCode()).isEqualTo(501);
    assertThat(get("/api/Nothing").body()).isEqualTo("{\"Message\":\"Service not implemented\"}");
    assertThat(post("/api/Activity/_execute", "{}").statusCode()).isEqualTo(501);
    assertThat(post("/api/Party", "{}").body())
        .isEqualTo("{\"Message\":\"Operation not implemented\"}");
    assertThat(put("/api/Activity", "{}").statusCode()).isEqualTo(405);
  }
}
