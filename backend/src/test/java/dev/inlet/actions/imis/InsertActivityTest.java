package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionOptions;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Outcome;
import dev.inlet.actions.FailureReason;
import dev.inlet.connections.Edition;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisTestClients;
import dev.inlet.platform.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsertActivityTest {

  private static final Simulator IMIS = Simulator.start();
  private static final InsertionOptions PLAIN = new InsertionOptions(ActionOptions.NONE);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-26T02:30:15Z"), ZoneOffset.UTC);

  private final LiveConnection connection =
      new LiveConnection(ImisTestClients.of(IMIS.baseUrl()), Edition.EMS, ZoneOffset.UTC);
  private final PreparedActivity activity =
      new PreparedActivity(() -> Optional.of(connection), PLAIN, CLOCK);

  @BeforeEach
  void resetSimulator() {
    IMIS.reset();
  }

  @AfterAll
  static void closeSimulator() {
    IMIS.close();
  }

  @Test
  void sendsExactlyWhatTheReferenceHas() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("RECURRING_REQUEST", "true");
    values.put("UNITS", "1.50");
    values.put("GRACE_PERIOD", "3.0");
    values.put("PartyId", "101");
    values.put("ACTIVITY_TYPE", "WEBHOOK");
    values.put("NOTE", "");

    ActionResult result = execute(values);

    assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(IMIS.requests().getLast().body())
        .isEqualTo(
            """
            {"$type":"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts",
            "Properties":{"$type":"Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts",
            "$values":[
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"ACTIVITY_TYPE","Value":"WEBHOOK"},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"PartyId","Value":"101"},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"TRANSACTION_DATE","Value":"2026-05-26T02:30:15"},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"UNITS","Value":{"$type":"System.Decimal","$value":1.5}},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"GRACE_PERIOD","Value":{"$type":"System.Int32","$value":3}},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"RECURRING_REQUEST","Value":{"$type":"System.Boolean","$value":true}}
            ]}}
            """
                .replace("\n", ""));
  }

  @Test
  void keepsWhatWentOverTheWire() {
    ActionResult result = execute(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));

    assertThat(result.recordId()).isEqualTo("10001");
    ActionResult.Exchange exchange = Objects.requireNonNull(result.exchange());
    assertThat(exchange.request()).isEqualTo(IMIS.requests().getLast().body());
    assertThat(exchange.status()).isEqualTo(201);
    assertThat(exchange.response()).contains("10001");
  }

  @Test
  void keepsNothingOfWhatWasNeverSent() {
    IMIS.set(s -> s.withCredentialsRefused(true));

    ActionResult result = execute(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));

    assertThat(result.reason()).isEqualTo(FailureReason.CREDENTIALS_REFUSED);
    assertThat(result.exchange()).isNull();
  }

  @Test
  void sendsNothingThatDoesNotFit() {
    ActionResult result = execute(Map.of("ACTIVITY_TYPE", "TEST", "UNITS", "many"));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.reason()).isEqualTo(FailureReason.MAPPING_FAILED);
    assertThat(result.error())
        .isEqualTo(
            "ID (PartyId) is required, but no value came for it. Units (UNITS) must be a number.");
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void saysThatThereIsNoConnection() {
    PreparedActivity unconnected = new PreparedActivity(Optional::empty, PLAIN, CLOCK);

    ActionResult result =
        unconnected.execute(new ActionCall(Map.of(), "", Deadline.in(Duration.ofSeconds(1))));

    assertThat(result.reason()).isEqualTo(FailureReason.NOT_CONNECTED);
  }

  @Test
  void passesOnWhatImisSays() {
    ActionResult result = execute(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "99999"));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.reason()).isEqualTo(FailureReason.RECORD_REFUSED);
    assertThat(result.error()).startsWith("iMIS refused the record: ");
  }

  @ParameterizedTest
  @CsvSource({
    "401, FAILED, CREDENTIALS_REFUSED", "403, FAILED, NOT_PERMITTED", "404, FAILED, NOT_FOUND",
    "409, FAILED, RECORD_REFUSED", "413, FAILED, RECORD_REFUSED", "429, FAILED, THROTTLED",
    "503, FAILED, UNAVAILABLE", "302, FAILED, NOT_FOUND", "500, UNKNOWN, TARGET_ERROR",
    "502, UNKNOWN, TARGET_ERROR", "504, UNKNOWN, TARGET_ERROR", "200, UNKNOWN, UNREADABLE_ANSWER"
  })
  void saysWhetherTheRecordMayBeThere(int status, Outcome outcome, FailureReason reason) {
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, status, Body.HTML)));

    ActionResult result = execute(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.reason()).isEqualTo(reason);
    assertThat(result.error()).doesNotContain("127.0.0.1", "demo", "<html");
  }

  @Test
  void leavesOpenWhatBecameOfALostAnswer() {
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite()));

    ActionResult result = execute(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));

    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(result.reason()).isEqualTo(FailureReason.NO_ANSWER);
    assertThat(IMIS.activities()).hasSize(1);
  }

  private ActionResult execute(Map<String, String> values) {
    return activity.execute(new ActionCall(values, "", Deadline.in(Duration.ofSeconds(5))));
  }
}
