package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault.Kind;
import dev.imissimulator.Fault.Part;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest extends SimulatorTestBase {
  private static final String SWITCHES = "/simulator/switches";

  @Test
  void showsEverySwitch() {
    JsonNode switches = json(send(request(SWITCHES)));

    assertThat(switches).hasSize(Switches.class.getRecordComponents().length);
    assertThat(switches.path("tokenLife").asText()).isEqualTo("PT20M");
  }

  @Test
  void changesOnlyWhatIsNamed() {
    HttpResponse<String> response = patch("{\"tokenLife\":\"PT5S\",\"overLength\":\"TRUNCATED\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.switches())
        .isEqualTo(
            Switches.DEFAULTS
                .withTokenLife(Duration.ofSeconds(5))
                .withOverLength(Switches.OverLength.TRUNCATED));
  }

  @Test
  void takesAFaultThatSaysOnlyWhatMatters() {
    patch("{\"faults\":[{\"part\":\"INSERT\",\"kind\":\"DROP\",\"times\":1}]}");

    assertThat(SIMULATOR.switches().faults())
        .containsExactly(Fault.of(Part.INSERT, Kind.DROP).once());
  }

  @Test
  void refusesUnknownNamesWithTheKnownOnes() {
    HttpResponse<String> response = patch("{\"tokenLive\":\"PT5S\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Unknown: tokenLive. Known: ").contains("tokenLife");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[]",
        "{\"overLength\":\"MAYBE\"}",
        "{\"timeZone\":null}",
        "{\"putStatus\":null}",
        "{\"faults\":[{\"color\":\"red\"}]}",
        "{\"faults\":[{\"times\":-1}]}"
      })
  void refusesWhatItCannotSetAndSetsNothing(String body) {
    assertThat(patch(body).statusCode()).isEqualTo(400);
    assertThat(SIMULATOR.switches()).isEqualTo(Switches.DEFAULTS);
  }

  @Test
  void resetsState() {
    insertActivity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));
    patch("{\"putStatus\":201}");

    assertThat(send(request("/simulator/state").DELETE()).statusCode()).isEqualTo(204);

    assertThat(SIMULATOR.activities()).isEmpty();
    assertThat(SIMULATOR.switches()).isEqualTo(Switches.DEFAULTS);
    assertThat(SIMULATOR.requests()).isEmpty();
    assertThat(get("/api/Activity").statusCode()).isEqualTo(401);
  }

  @Test
  void revokesTokens() {
    token();

    send(request("/simulator/tokens").DELETE());

    assertThat(get("/api/Activity").statusCode()).isEqualTo(401);
  }

  @Test
  void keepsRequestsAsTheyWereReceived() {
    String body = entity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101", "NOTE", "Grüße"));
    post("/Api/Activity?x=%7e", body);

    ReceivedRequest last = SIMULATOR.requests().getLast();
    assertThat(last.method()).isEqualTo("POST");
    assertThat(last.path()).isEqualTo("/Api/Activity?x=%7e");
    assertThat(last.headers().get("authorization")).containsExactly("Bearer " + token());
    assertThat(last.body()).isEqualTo(body);
    assertThat(json(send(request("/simulator/requests"))).path(1).path("body").asText())
        .isEqualTo(body);
  }

  @Test
  void keepsOnlyTheLastRequests() {
    patch("{\"requestsKept\":1}");
    token();
    get("/api/Party/101");
    assertThat(SIMULATOR.requests()).singleElement().extracting("method").isEqualTo("GET");

    patch("{\"requestsKept\":0}");
    get("/api/Party/102");
    assertThat(SIMULATOR.requests()).hasSize(1);
  }

  @Test
  void keepsOnlyTheLastRows() {
    patch("{\"rowsKept\":2}");
    for (String type : List.of("FIRST", "SECOND", "THIRD")) {
      post("/api/Activity", entity(Map.of("ACTIVITY_TYPE", type, "PartyId", "101")));
    }

    String found = get("/api/Activity?PartyId=101").body();

    assertThat(found).contains("SECOND", "THIRD").doesNotContain("FIRST");
  }

  private static HttpResponse<String> patch(String body) {
    return send(request(SWITCHES).method("PATCH", BodyPublishers.ofString(body)));
  }
}
