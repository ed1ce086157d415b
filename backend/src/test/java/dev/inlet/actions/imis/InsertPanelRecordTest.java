package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionOptions;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.Reading;
import dev.inlet.connections.Edition;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisTestClients;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsertPanelRecordTest {

  private static final Simulator IMIS = Simulator.start();

  private final SettableClock clock = new SettableClock();
  private final AtomicLong nanos = new AtomicLong();
  private final Panels panels = new Panels(nanos::get, clock);
  private final ImisClient client = ImisTestClients.of(IMIS.baseUrl());

  @BeforeEach
  void resetSimulator() {
    IMIS.reset();
  }

  @AfterAll
  static void closeSimulator() {
    IMIS.close();
  }

  @Test
  void sendsExactlyWhatTheReferenceHas() throws ImisException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Active", "true");
    values.put("Hours", "1.50");
    values.put("Since", "2026-05-26T02:30:15Z");
    values.put("Interest", "Gardening");
    values.put("ID", "101");

    ActionResult result = execute(values);

    assertThat(result.outcome()).isEqualTo(ActionResult.Outcome.SUCCEEDED);
    assertThat(IMIS.requests().getLast().path()).isEqualTo("/api/Volunteer_Interests");
    assertThat(IMIS.requests().getLast().body())
        .isEqualTo(
            """
            {"$type":"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts",
            "EntityTypeName":"Volunteer_Interests","PrimaryParentEntityTypeName":"Party",
            "PrimaryParentIdentity":{"$type":"Asi.Soa.Core.DataContracts.IdentityData, Asi.Contracts",
            "EntityTypeName":"Party",
            "IdentityElements":{"$type":"System.Collections.ObjectModel.Collection`1[[System.String, mscorlib]], mscorlib",
            "$values":["101"]}},
            "Properties":{"$type":"Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts",
            "$values":[
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"ID","Value":"101"},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"Interest","Value":"Gardening"},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"Hours","Value":{"$type":"System.Decimal","$value":1.5}},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"Since","Value":"2026-05-26T00:00:00"},
            {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"Active","Value":{"$type":"System.Boolean","$value":true}}
            ]}}
            """
                .replace("\n", ""));
  }

  @Test
  void refusesDatesThatImisCannotHold() throws ImisException {
    ActionResult result = execute(Map.of("ID", "101", "Interest", "Chess", "Since", "1600-01-01"));

    assertThat(result.error()).isEqualTo("Since must lie between 1753 and 9999.");
  }

  @Test
  void readsAPanelAgainAfterTenMinutes() throws ImisException {
    interests();
    nanos.addAndGet(Duration.ofMinutes(10).minusSeconds(1).toNanos());
    interests();
    assertThat(definitionsRead()).isEqualTo(1);

    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    interests();
    assertThat(definitionsRead()).isEqualTo(2);
  }

  @Test
  void readsAPanelAnewButNotAgainWithinSeconds() throws ImisException {
    Instant first = read(Freshness.REMEMBERED).readAt();
    clock.advance(Duration.ofMinutes(4));

    assertThat(read(Freshness.ANEW).readAt()).isEqualTo(first);
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(read(Freshness.REMEMBERED).readAt()).isEqualTo(first);
    assertThat(read(Freshness.ANEW).readAt()).isEqualTo(clock.instant());
    assertThat(read(Freshness.REMEMBERED).readAt()).isEqualTo(clock.instant());
    assertThat(definitionsRead()).isEqualTo(2);
  }

  @Test
  void keepsWhatItKnowsWhenItCannotReadAnew() throws ImisException {
    Reading<?> first = read(Freshness.REMEMBERED);
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    IMIS.set(s -> s.withFault(Fault.answer(Part.READ, 503, Body.HTML)));

    assertThatThrownBy(() -> read(Freshness.ANEW)).isInstanceOf(ImisException.class);

    assertThat(read(Freshness.REMEMBERED)).isEqualTo(first);
  }

  private ActionResult execute(Map<String, String> values) throws ImisException {
    LiveConnection live = new LiveConnection(client, Edition.EMS, ZoneOffset.UTC);
    return new PreparedPanelRecord(
            () -> Optional.of(live), interests(), new InsertionOptions(ActionOptions.NONE))
        .execute(new ActionCall(values, "", Deadline.in(Duration.ofSeconds(5))));
  }

  private PanelDescription interests() throws ImisException {
    return read(Freshness.REMEMBERED).value().orElseThrow();
  }

  private Reading<Optional<PanelDescription>> read(Freshness freshness) throws ImisException {
    return panels.find(client, "Volunteer_Interests", freshness);
  }

  private static long definitionsRead() {
    return IMIS.requests().stream()
        .filter(request -> request.path().contains("BOEntityDefinition"))
        .count();
  }
}
