package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryApiTest extends SimulatorTestBase {
  @BeforeEach
  void insertThree() {
    insertActivity(
        Map.of(
            "ACTIVITY_TYPE",
            "CALL",
            "PartyId",
            "101",
            "UF_1",
            "D-1",
            "UNITS",
            9,
            "EFFECTIVE_DATE",
            "2026-01-01"));
    insertActivity(
        Map.of(
            "ACTIVITY_TYPE",
            "MEETING",
            "PartyId",
            "101",
            "UF_1",
            "D-2",
            "UNITS",
            10,
            "EFFECTIVE_DATE",
            "2026-02-01T12:00:00",
            "RECURRING_REQUEST",
            true));
    insertActivity(
        Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "102", "UF_1", "X-3", "NOTE", "noted"));
  }

  @ParameterizedTest
  @CsvSource({
    "PartyId=101, 2",
    "partyid=eq:101, 2",
    "PartyId=101&UF_1=d-2, 1",
    "PartyId=102&UF_1=D-2, 0",
    "UNITS=10.0, 1",
    "UNITS=gt:9, 1",
    "UNITS=ge:9, 2",
    "UNITS=lt:9, 1",
    "UNITS=le:9, 2",
    "UF_1=ne:D-1, 2",
    "UF_1=startsWith:d-, 2",
    "UF_1=endsWith:3, 1",
    "UF_1=contains:-, 3",
    "UF_1=notContain:D, 1",
    "ACTIVITY_TYPE=in:CALL%7CTEST, 2",
    "ACTIVITY_TYPE=notIn:CALL%7CTEST, 1",
    "UNITS=between:9%7C10, 2",
    "EFFECTIVE_DATE=2026-01-01, 1",
    "EFFECTIVE_DATE=ge:2026-01-02, 1",
    "EFFECTIVE_DATE=2026-02-01T12:00:00, 1",
    "EFFECTIVE_DATE=between:2026-01-01%7C2026-03-01, 2",
    "NOTE=isEmpty, 2",
    "NOTE=notEmpty:, 1",
    "RECURRING_REQUEST=isTrue, 1",
    "RECURRING_REQUEST=isFalse, 2",
  })
  void findsByFilter(String query, int total) {
    assertThat(total(get("/api/Activity?" + query))).isEqualTo(total);
  }

  @Test
  void refusesAFilterOnAnUnknownProperty() {
    var response = get("/api/Activity?Colour=red");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("{\"Message\":\"In the query, Colour is not a known property name.\"}");
  }

  @Test
  void wrapsAListInAPage() {
    JsonNode page = json(get("/api/Activity?LIMIT=2"));

    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly(
            "$type",
            "Items",
            "Offset",
            "Limit",
            "Count",
            "TotalCount",
            "NextPageLink",
            "HasNext",
            "NextOffset");
    assertThat(page.path("$type").asText())
        .isEqualTo(
            "Asi.Soa.Core.DataContracts.PagedResult`1[[Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts]], Asi.Contracts");
    assertThat(page.path("Count").asInt()).isEqualTo(2);
    assertThat(page.path("TotalCount").asInt()).isEqualTo(3);
    assertThat(page.path("HasNext").asBoolean()).isTrue();
    assertThat(page.path("NextOffset").asInt()).isEqualTo(2);
  }

  @Test
  void saysNextOffset0OnTheLastPage() {
    JsonNode page = json(get("/api/Activity?limit=2&offset=2"));

    assertThat(page.path("HasNext").asBoolean()).isFalse();
    assertThat(page.path("NextOffset").asInt()).isZero();
    assertThat(numbers(page)).containsExactly("[\"10003\"]");
  }

  @ParameterizedTest
  @CsvSource({"'',100", "?limit=501,500", "?limit=x,100"})
  void limitsAPage(String query, int limit) {
    assertThat(json(get("/api/Activity" + query)).path("Limit").asInt()).isEqualTo(limit);
  }

  @Test
  void ordersByOneProperty() {
    assertThat(numbers(json(get("/api/Activity?OrderBy=UNITS:Descending"))))
        .containsExactly("[\"10002\"]", "[\"10001\"]", "[\"10003\"]");
    assertThat(numbers(json(get("/api/Activity?OrderBy=UF_1:Ascending&PartyId=101"))))
        .containsExactly("[\"10001\"]", "[\"10002\"]");
  }

  private static Iterable<String> numbers(JsonNode page) {
    return StreamSupport.stream(page.path("Items").path("$values").spliterator(), false)
        .map(SimulatorTestBase::identity)
        .toList();
  }
}
