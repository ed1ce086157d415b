package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Switches.OffsetDate;
import dev.imissimulator.Switches.OverLength;
import dev.imissimulator.Switches.SentKey;
import dev.imissimulator.Switches.Unknown;
import dev.imissimulator.Switches.Unwanted;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationApiTest extends SimulatorTestBase {
  @Test
  void refusesOverLengthTextInTheWordsOfImis() {
    HttpResponse<String> response = insert("CATEGORY", "x".repeat(16));

    JsonNode error = json(response).path("Errors").path("$values").path(0);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("$type").asText())
        .isEqualTo("Asi.Soa.Core.DataContracts.ValidationResultsData, Asi.Contracts");
    assertThat(error.path("FieldName").asText()).isEqualTo("CATEGORY");
    assertThat(error.path("Message").asText())
        .isEqualTo(
            "Property (CATEGORY) value (xxxxxxxxxxxxxxxx) exceeds maximum defined length of 15 characters.");
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void cutsOverLengthTextWhenToldSo() {
    SIMULATOR.set(s -> s.withOverLength(OverLength.TRUNCATED));

    assertThat(value(json(insert("CATEGORY", "x".repeat(16))), "CATEGORY").asText()).hasSize(15);
  }

  @Test
  void saysValidationErrorInTheStatusLineUnlessReasonsAreOff() throws IOException {
    String refused = entity(Map.of("PartyId", "101"));

    assertThat(statusLine(refused)).isEqualTo("HTTP/1.1 400 Validation error");

    SIMULATOR.set(s -> s.withReasonPhrases(false));
    assertThat(statusLine(refused)).isEqualTo("HTTP/1.1 400 ");
  }

  @Test
  void givesNoDetailsWhenToldSo() {
    SIMULATOR.set(s -> s.withValidationDetails(false));

    HttpResponse<String> response = insertActivity(Map.of("PartyId", "101"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void listsEveryMissingField() {
    assertThat(json(insertActivity(Map.of())).path("Errors").path("$values")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED,201", "VALIDATION_ERROR,400", "NOT_FOUND,404", "SERVICE_ERROR,500"})
  void treatsAnUnknownContactAsSet(Unknown unknown, int status) {
    SIMULATOR.set(s -> s.withUnknownParty(unknown));

    assertThat(insert("PartyId", "999").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED,201", "VALIDATION_ERROR,400", "NOT_FOUND,404", "SERVICE_ERROR,500"})
  void treatsAnUnknownActivityTypeAsSet(Unknown unknown, int status) {
    SIMULATOR.set(s -> s.withUnknownActivityType(unknown));

    assertThat(insert("ACTIVITY_TYPE", "NOSUCH").statusCode()).isEqualTo(status);
    assertThat(insert("ACTIVITY_TYPE", "call").statusCode()).isEqualTo(201);
  }

  @Test
  void refusesUnknownPropertiesUnlessToldToIgnoreThem() {
    assertThat(insert("ActivityType", "CALL").statusCode()).isEqualTo(400);

    SIMULATOR.set(s -> s.withUnknownProperty(Unwanted.IGNORED));
    assertThat(insert("ActivityType", "CALL").statusCode()).isEqualTo(201);
  }

  @Test
  void mindsTheCaseOfPropertyNamesUnlessToldNotTo() {
    assertThat(insert("description", "x").statusCode()).isEqualTo(400);

    SIMULATOR.set(s -> s.withPropertyNamesCaseSensitive(false));
    assertThat(value(json(insert("description", "x")), "DESCRIPTION").asText()).isEqualTo("x");
  }

  @Test
  void takesIdForPartyIdOnlyWhenToldSo() {
    Map<String, String> activity = Map.of("ACTIVITY_TYPE", "TEST", "ID", "102");
    assertThat(insertActivity(activity).statusCode()).isEqualTo(400);

    SIMULATOR.set(s -> s.withIdMeansPartyId(true));
    assertThat(value(json(insertActivity(activity)), "PartyId").asText()).isEqualTo("102");
  }

  @ParameterizedTest
  @CsvSource({
    "KEPT,2026-07-01T23:30:00-05:00",
    "STRIPPED,2026-07-01T23:30:00",
    "CONVERTED_TO_UTC,2026-07-02T04:30:00"
  })
  void treatsAnOffsetAsSet(OffsetDate offsetDate, String stored) {
    String date = "2026-07-01T23:30:00-05:00";
    assertThat(insert("EFFECTIVE_DATE", date).statusCode()).isEqualTo(400);

    SIMULATOR.set(s -> s.withOffsetDate(offsetDate));
    assertThat(value(json(insert("EFFECTIVE_DATE", date)), "EFFECTIVE_DATE").asText())
        .isEqualTo(stored);
  }

  @Test
  void storesADayAsItsMidnight() {
    assertThat(value(json(insert("EFFECTIVE_DATE", "2026-07-01")), "EFFECTIVE_DATE").asText())
        .isEqualTo("2026-07-01T00:00:00");
  }

  @Test
  void leavesTheTransactionDateBlankWhenToldSo() {
    SIMULATOR.set(s -> s.withTransactionDateDefaulted(false));

    assertThat(value(json(insert("UF_1", "x")), "TRANSACTION_DATE").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"IGNORED,201,10001", "HONOURED,201,77", "REFUSED,400,"})
  void treatsANumberFromTheClientAsSet(SentKey sentKey, int status, String number) {
    SIMULATOR.set(s -> s.withSentKey(sentKey));

    HttpResponse<String> response = insert("SEQN", 77);

    assertThat(response.statusCode()).isEqualTo(status);
    if (number != null) {
      assertThat(identity(json(response))).isEqualTo("[\"" + number + "\"]");
    }
  }

  @Test
  void refusesANumberThatIsTaken() {
    SIMULATOR.set(s -> s.withSentKey(SentKey.HONOURED));
    insert("SEQN", 77);

    assertThat(insert("SEQN", 77).statusCode()).isEqualTo(409);
    assertThat(identity(json(insert("UF_1", "next")))).isEqualTo("[\"10001\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "UNITS,many",
    "EFFECTIVE_DATE,tomorrow",
    "GRACE_PERIOD,1.5",
    "RECURRING_REQUEST,maybe"
  })
  void refusesAValueThatIsNotOfTheType(String property, String value) {
    HttpResponse<String> response = insert(property, value);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(firstMessage(response)).contains(property, value, "not of type");
  }

  @Test
  void refusesATypeThatIsNotFirstUnlessToldToIgnoreIt() {
    String body = entity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));
    String misplaced = "{\"EntityTypeName\":\"Activity\"," + body.substring(1);
    assertThat(post("/api/Activity", misplaced).statusCode()).isEqualTo(400);

    SIMULATOR.set(s -> s.withMisplacedType(Unwanted.IGNORED));
    assertThat(post("/api/Activity", misplaced).statusCode()).isEqualTo(201);
  }

  @Test
  void refusesBrokenJsonWithTheStatusThatIsSet() {
    assertThat(post("/api/Activity", "{\"$type\":").statusCode()).isEqualTo(400);
    assertThat(post("/api/Activity", "").statusCode()).isEqualTo(400);

    SIMULATOR.set(s -> s.withBrokenJsonStatus(500));
    assertThat(post("/api/Activity", "nonsense").statusCode()).isEqualTo(500);
  }

  @Test
  void refusesABodyOverItsLimit() {
    SIMULATOR.set(s -> s.withRequestBytesMax(1000));

    assertThat(insert("NOTE", "x".repeat(1000)).statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> insert(String property, Object value) {
    Map<String, Object> activity = new HashMap<>(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));
    activity.put(property, value);
    return insertActivity(activity);
  }

  /** The JDK's client does not tell it. */
  private String statusLine(String body) throws IOException {
    try (Socket socket = new Socket(SIMULATOR.baseUrl().getHost(), SIMULATOR.baseUrl().getPort())) {
      String request =
          "POST /api/Activity HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(token(), body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8).split("\r\n", 2)[0];
    }
  }
}
