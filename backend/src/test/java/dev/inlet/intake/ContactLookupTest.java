package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.imissimulator.Switches;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose record it is, found out before the record is written. */
class ContactLookupTest {

  private static final Simulator IMIS = Simulator.start();
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"who\":{\"type\":\"string\"}},\"required\":[\"who\"]}";
  private static final String ONE = "ada.lindqvist@example.org";
  private static final String NOBODY = "nobody@example.org";
  private static final String SEVERAL = "costa.family@example.org";

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
  void aRecordGoesToTheOneContactThatHasTheEmailAddress() {
    HttpResponse<String> answer = deliver(Map.of("contactBy", "email"), ONE);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(IMIS.activities()).singleElement().extracting("PartyId").isEqualTo("101");
  }

  @Test
  void aPanelRecordDoesToo() {
    ObjectNode definition =
        Definitions.panel(
            "Volunteer_Interests", SCHEMA, Map.of("ID", "$$who$$", "Interest", "Chess"));
    HttpResponse<String> answer = deliver(with(definition, Map.of("contactBy", "email")), ONE);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(IMIS.rows("Volunteer_Interests")).last().extracting("ID").isEqualTo("101");
  }

  @ParameterizedTest
  @CsvSource({
    NOBODY + ", CONTACT_NOT_FOUND, no contact with",
    SEVERAL + ", CONTACT_AMBIGUOUS, several contacts with"
  })
  void nobodyAndSeveralAreToldApartAndWriteNothing(String email, String reason, String sentence) {
    HttpResponse<String> answer = deliver(Map.of("contactBy", "email"), email);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer).get("error").asText()).contains(sentence).contains(email);
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(delivery.get("reason").asText()).isEqualTo(reason);
    assertThat(IMIS.activities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "contactNone, " + NOBODY + ", 200",
    "contactNone, " + SEVERAL + ", 500",
    "contactMany, " + SEVERAL + ", 200",
    "contactMany, " + NOBODY + ", 500"
  })
  void eachCanGoToADefaultContactByItself(String option, String email, int status) {
    Map<String, String> options =
        Map.of("contactBy", "email", option, "default", "contactDefault", "120");

    assertThat(deliver(options, email).statusCode()).isEqualTo(status);
    assertThat(IMIS.activities()).hasSize(status == 200 ? 1 : 0);
    assertThat(IMIS.activities())
        .allSatisfy(row -> assertThat(row).containsEntry("PartyId", "120"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "a b@example.org", "x|" + ONE, "@", "a@b@c"})
  void whatIsNoEmailAddressIsAskedForAtNobody(String given) {
    HttpResponse<String> answer = deliver(Map.of("contactBy", "email"), given);

    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("MAPPING_FAILED");
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void aLookUpWithoutAnAnswerWroteNothing() {
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ)));

    HttpResponse<String> answer = deliver(Map.of("contactBy", "email"), ONE);

    assertThat(Tenant.json(answer).get("error").asText()).contains("nothing was written");
    assertThat(tenant.delivery(answer).get("outcome").asText()).isEqualTo("FAILED");
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("UNREACHABLE");
  }

  @Test
  void aContactIsLookedForFirstIfThatIsWanted() {
    IMIS.set(s -> s.withUnknownParty(Switches.Unknown.ACCEPTED));

    HttpResponse<String> missing = deliver(Map.of("contactCheck", "yes"), "99999");
    HttpResponse<String> strange = deliver(Map.of("contactCheck", "yes"), "../a?b=1");
    HttpResponse<String> present = deliver(Map.of("contactCheck", "yes"), "101");

    assertThat(tenant.delivery(missing).get("reason").asText()).isEqualTo("CONTACT_NOT_FOUND");
    assertThat(tenant.delivery(strange).get("reason").asText()).isEqualTo("CONTACT_NOT_FOUND");
    assertThat(present.statusCode()).isEqualTo(200);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'contactby':'email'}; /action/options/contactby; There is no option 'contactby'.",
        "{'contactBy':'phone'}; /action/options/contactBy; The contact is given by cannot be 'phone'.",
        "{'contactBy':'email','contactNone':'default'}; /action/options/contactDefault; iMIS ID of the default contact must have a value.",
        "{'contactBy':'email','contactMany':'default','contactDefault':'12345678901'}; /action/options/contactDefault; iMIS ID of the default contact has at most 10 characters."
      })
  void optionsThatCannotBeAreNamed(String options, String pointer, String sentence) {
    ObjectNode definition = activity();
    ((ObjectNode) definition.get("action"))
        .set("options", Definitions.read(options.replace('\'', '"')));

    HttpResponse<String> answer = tenant.post("/webhooks", definition);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(Tenant.json(answer).at("/errors/0/detail").asText())
        .isEqualTo(sentence.replace('\'', '"'));
  }

  @Test
  void whatDoesNotApplyIsNotAskedFor() {
    HttpResponse<String> answer =
        deliver(Map.of("contactNone", "default", "contactCheck", "no"), "101");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> deliver(Map<String, String> options, String who) {
    return deliver(with(activity(), options), who);
  }

  private HttpResponse<String> deliver(ObjectNode definition, String who) {
    JsonNode webhook = tenant.createWebhook(definition);
    return tenant.deliver(webhook, "{\"who\":\"%s\"}".formatted(who));
  }

  private static ObjectNode activity() {
    return Definitions.activity(SCHEMA, Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "$$who$$"));
  }

  private static ObjectNode with(ObjectNode definition, Map<String, String> options) {
    ObjectNode chosen = ((ObjectNode) definition.get("action")).putObject("options");
    options.forEach(chosen::put);
    return definition;
  }
}
