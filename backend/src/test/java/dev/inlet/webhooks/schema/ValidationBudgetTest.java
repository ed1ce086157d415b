package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValidationBudgetTest {

  private static final Violation TOO_MUCH =
      new Violation(
          "",
          "cost",
          "The body has more than can be checked against this schema: send less at once, or make the schema simpler.");

  private final Schemas schemas = new Schemas();

  @Test
  @Timeout(20)
  void stopsWhereManyPropertiesMeetManySchemas() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 4_000)));

    assertThat(schema.validate(payload(60_000))).containsExactly(TOO_MUCH);
  }

  @Test
  @Timeout(20)
  void keepsNoMoreViolationsThanFitIntoMemory() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":1}", 100)));

    assertThat(schema.validate(payload(60_000))).containsExactly(TOO_MUCH);
  }

  @Test
  @Timeout(5)
  void saysNoMoreOfLongNamesThanFitsIntoAnAnswer() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\",\"allOf\":[%s]}}"
                .formatted(
                    IntStream.range(1, 4_000)
                        .mapToObj("{\"maximum\":%d}"::formatted)
                        .collect(Collectors.joining(","))));
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 22; i++) {
      payload.put("%d%s".formatted(i, "n".repeat(990)), 99_999);
    }

    assertThat(schema.validate(payload)).containsExactly(TOO_MUCH);
  }

  @Test
  void listsAsManyViolationsAsFitIntoAnAnswerAndCountsTheOthers() {
    CompiledSchema schema = schema("{\"type\":\"object\",\"additionalProperties\":false}");
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 800; i++) {
      payload.put("%d%s".formatted(i, "n".repeat(900)), 1);
    }

    List<Violation> violations = schema.validate(payload);

    assertThat(violations).hasSizeBetween(200, 300);
    assertThat(violations.getLast().message())
        .isEqualTo("There are %d more.".formatted(800 - (violations.size() - 1)));
    assertThat(violations.getFirst().message()).hasSizeLessThan(200);
  }

  @Test
  void checksTensOfThousandsOfPropertiesAgainstOneRule() {
    CompiledSchema schema = schema("{\"type\":\"object\",\"propertyNames\":{\"maxLength\":9}}");

    assertThat(schema.validate(payload(60_000))).isEmpty();
  }

  @Test
  void checksAThousandPropertiesOfASchemaEachWithItsRules() {
    String properties =
        IntStream.range(0, 1_000)
            .mapToObj(
                "\"p%d\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":9,\"enum\":[1,2]}"
                    ::formatted)
            .collect(Collectors.joining(","));
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{%s}}"
                .formatted(properties));

    assertThat(schema.validate(payload(1_000))).isEmpty();
  }

  @Test
  void beginsAnewWithEachPayload() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 50)));

    for (int i = 0; i < 5; i++) {
      assertThat(schema.validate(payload(60_000))).isEmpty();
    }
  }

  @Test
  void letsFewCostlyValidationsComputeAtOnceAndAllOthers() {
    CompiledSchema costly =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 50)));
    CompiledSchema cheap = schema("{\"type\":\"object\",\"propertyNames\":{\"maxLength\":9}}");
    int free = ValidationBudget.COSTLY.drainPermits();
    try {
      assertThat(cheap.validate(payload(1_000))).isEmpty();
      assertThatThrownBy(() -> costly.validate(payload(60_000)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    } finally {
      ValidationBudget.COSTLY.release(free);
    }
    assertThat(costly.validate(payload(60_000))).isEmpty();
    assertThat(ValidationBudget.COSTLY.availablePermits()).isEqualTo(free);
  }

  @Test
  void givesItsTurnBackWhenTheBudgetIsSpent() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 4_000)));
    int free = ValidationBudget.COSTLY.availablePermits();

    assertThat(schema.validate(payload(60_000))).containsExactly(TOO_MUCH);

    assertThat(ValidationBudget.COSTLY.availablePermits()).isEqualTo(free);
  }

  private static String repeated(String schema, int times) {
    return String.join(",", Collections.nCopies(times, schema));
  }

  private CompiledSchema schema(String text) {
    return schemas.checkText(text).sound().orElseThrow();
  }

  private static ObjectNode payload(int properties) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    IntStream.range(0, properties).forEach(i -> payload.put("p" + i, 1));
    return payload;
  }
}
