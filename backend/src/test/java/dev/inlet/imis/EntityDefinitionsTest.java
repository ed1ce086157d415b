package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.inlet.imis.EntityProperty.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityDefinitionsTest extends ImisTestBase {

  private final EntityDefinitions definitions = new EntityDefinitions(client());

  @Test
  void tellsMultiInstancePanelsFromOtherEntities() throws ImisException {
    assertThat(definitions.list(soon()))
        .filteredOn(EntitySummary::isMultiInstancePanel)
        .extracting(EntitySummary::name)
        .containsExactlyInAnyOrder("Volunteer_Interests", "Name_CEU", "Mentoring", "Board_Notes");
  }

  @Test
  void readsOneDefinition() throws ImisException {
    EntityDefinition found = definitions.find("Volunteer_Interests", soon()).orElseThrow();

    assertThat(found.properties())
        .extracting(EntityProperty::name)
        .containsExactly("ID", "Ordinal", "Interest", "Level", "Hours", "Since", "Active", "Notes");
    assertThat(found.properties().getFirst().isParentIdentity()).isTrue();
    assertThat(found.properties().get(1).isIdentity()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nothing", "volunteer_interests", "", "../Party", "A B", "Ä"})
  void findsNoOtherName(String name) throws ImisException {
    assertThat(definitions.find(name, soon())).isEmpty();
  }

  @Test
  void asksNothingForANameThatNoEntityCanHave() throws ImisException {
    definitions.find("../Party", soon());

    assertThat(IMIS.requests()).isEmpty();
  }

  /** A page for people comes from a wrong address: it says nothing of the entity. */
  @Test
  void takesNoPageForAnEntityThatIsNotThere() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.READ, 404, Body.HTML)));

    assertThat(catchThrowableOfType(ImisException.class, () -> definitions.find("Any", soon())))
        .isNotNull();
  }

  /** An iMIS that has no definitions at all must not look like one without panels. */
  @ParameterizedTest
  @CsvSource({
    "501, NOT_FOUND",
    "403, NOT_PERMITTED",
    "500, UNAVAILABLE",
    "504, UNAVAILABLE",
    "429, THROTTLED",
    "200, UNREADABLE_ANSWER"
  })
  void saysWhyItCouldNotRead(int status, ImisFailure failure) {
    IMIS.set(s -> s.withFault(Fault.answer(Part.READ, status, Body.HTML)));

    assertThat(catchThrowableOfType(ImisException.class, () -> definitions.list(soon())).failure())
        .isEqualTo(failure);
    assertThat(
            catchThrowableOfType(ImisException.class, () -> definitions.find("Any", soon()))
                .failure())
        .isEqualTo(failure);
  }

  @Test
  void readsTheKindsOfTheReference() throws ImisException {
    EntityDefinition found =
        DefinitionJson.definition(
            answer(
                """
                {"ObjectTypeName":"MULTI","EntityTypeName":"P","PrimaryParentEntityTypeName":"party","IsDesignable":true,
                 "Properties":{"$type":"x","$values":[
                  {"PropertyTypeName":"String","MaxLength":-1,"Name":"Unlimited","Caption":"a\\u0000b","Visible":true},
                  {"PropertyTypeName":"Date","DateTimeDataType":0,"Name":"Moment","Visible":true},
                  {"PropertyTypeName":"Date","DateTimeDataType":2,"Name":"Time","Visible":false},
                  {"PropertyTypeName":"Decimal","Precision":10,"Name":"Whole","Visible":true},
                  {"PropertyTypeName":"Monetary","Name":"Money","Visible":true},
                  {"PropertyTypeName":"Integer","Name":"Counter","Visible":true,
                   "ExtendedPropertyInformation":{"IsDbIdentity":true}},
                  {"PropertyTypeName":"Binary","Name":"File","Visible":true},
                  {"PropertyTypeName":"String","IsCollection":true,"Name":"Many","Visible":true},
                  {"PropertyTypeName":"Novel","Name":"Other","Visible":true},
                  {"PropertyTypeName":"String"},
                  null]}}
                """));

    assertThat(found.summary().isMultiInstancePanel()).isTrue();
    assertThat(found.properties())
        .extracting(EntityProperty::kind)
        .containsExactly(
            Kind.STRING,
            Kind.DATE_TIME,
            Kind.TIME,
            Kind.DECIMAL,
            Kind.MONETARY,
            Kind.INTEGER,
            Kind.BINARY,
            Kind.OTHER,
            Kind.OTHER);
    assertThat(found.properties().getFirst().lengthMax()).isNull();
    assertThat(found.properties().getFirst().caption()).isEqualTo("a b");
    assertThat(found.properties().get(2).isVisible()).isFalse();
    assertThat(found.properties().get(3).scale()).isZero();
    assertThat(found.properties().get(4).precision()).isNull();
    assertThat(found.properties().get(5).isReadOnly()).isTrue();
  }

  @Test
  void aCaptionTurnsNothingAroundIt() throws ImisException {
    EntityDefinition found =
        DefinitionJson.definition(
            answer(
                """
                {"EntityTypeName":"P","Description":"\\u202Elenap\\u202C",
                 "Properties":{"$values":[
                  {"PropertyTypeName":"String","Name":"A","Caption":"a\\u200F\\u2067b\\u2069"},
                  {"PropertyTypeName":"String","Name":"a\\u202Eb"}]}}
                """));

    assertThat(found.summary().description()).isEqualTo("lenap");
    assertThat(found.properties()).extracting(EntityProperty::caption).containsExactly("a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"EntityTypeName\":\"P\"}",
        "{\"EntityTypeName\":\"../P\",\"Properties\":{}}",
        "{\"EntityTypeName\":\"P\",\"Properties\":{\"$values\":[{\"MaxLength\":\"long\"}]}}",
        "{\"EntityTypeName\":\"P\",\"Properties\":{\"$values\":"
      })
  void readsNoDefinitionOutOfAnythingElse(String text) {
    ImisException failure =
        catchThrowableOfType(ImisException.class, () -> DefinitionJson.definition(answer(text)));

    assertThat(failure.failure()).isEqualTo(ImisFailure.UNREADABLE_ANSWER);
  }

  @Test
  void believesNoListWithoutEnd() throws ImisException, IOException {
    String page =
        "{\"Items\":{\"$values\":[%s]},\"HasNext\":true}"
            .formatted(String.join(",", Collections.nCopies(5_000, "{\"EntityTypeName\":\"A\"}")));
    assertThat(DefinitionJson.page(answer(page)).items()).hasSize(1_000);

    try (SlowServer server = SlowServer.answering(page)) {
      EntityDefinitions endless = new EntityDefinitions(client(account(server.url())));

      assertThat(endless.list(soon())).hasSize(2_000);
    }
  }

  @Test
  void believesNoDefinitionWithoutEnd() throws ImisException {
    String properties =
        String.join(
            ",", Collections.nCopies(5_000, "{\"Name\":\"A\",\"PropertyTypeName\":\"String\"}"));

    EntityDefinition found =
        DefinitionJson.definition(
            answer(
                "{\"EntityTypeName\":\"P\",\"Properties\":{\"$values\":[%s]}}"
                    .formatted(properties)));

    assertThat(found.properties()).hasSize(1_000);
  }

  private static ImisAnswer answer(String text) {
    return new ImisAnswer(200, text.getBytes(StandardCharsets.UTF_8), false, null);
  }
}
