package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    assertThat(schema.validate(Definitions.SOMEBODY, payload(60_000))).containsExactly(TOO_MUCH);
  }

  @Test
  @Timeout(20)
  void keepsNoMoreViolationsThanFitIntoMemory() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":1}", 100)));

    assertThat(schema.validate(Definitions.SOMEBODY, payload(60_000))).containsExactly(TOO_MUCH);
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

    assertThat(schema.validate(Definitions.SOMEBODY, payload)).containsExactly(TOO_MUCH);
  }

  @Test
  void listsAsManyViolationsAsFitIntoAnAnswerAndCountsTheOthers() {
    CompiledSchema schema = schema("{\"type\":\"object\",\"additionalProperties\":false}");
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 800; i++) {
      payload.put("%d%s".formatted(i, "n".repeat(900)), 1);
    }

    List<Violation> violations = schema.validate(Definitions.SOMEBODY, payload);

    assertThat(violations).hasSizeBetween(200, 300);
    assertThat(violations.getLast().message())
        .isEqualTo("There are %d more.".formatted(800 - (violations.size() - 1)));
    assertThat(violations.getFirst().message()).hasSizeLessThan(200);
  }

  @Test
  void checksTensOfThousandsOfPropertiesAgainstOneRule() {
    CompiledSchema schema = schema("{\"type\":\"object\",\"propertyNames\":{\"maxLength\":9}}");

    assertThat(schema.validate(Definitions.SOMEBODY, payload(60_000))).isEmpty();
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

    assertThat(schema.validate(Definitions.SOMEBODY, payload(1_000))).isEmpty();
  }

  @Test
  void beginsAnewWithEachPayload() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 50)));

    for (int i = 0; i < 5; i++) {
      assertThat(schema.validate(Definitions.SOMEBODY, payload(60_000))).isEmpty();
    }
  }

  @Test
  void letsFewCostlyValidationsComputeAtOnceAndAllOthers() {
    CompiledSchema costly =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 50)));
    CompiledSchema cheap = schema("{\"type\":\"object\",\"propertyNames\":{\"maxLength\":9}}");
    takeAllTurns();
    try {
      assertThat(cheap.validate(Definitions.SOMEBODY, payload(1_000))).isEmpty();
      assertThatThrownBy(() -> costly.validate(Definitions.SOMEBODY, payload(60_000)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    } finally {
      giveAllTurnsBack();
    }
    assertThat(costly.validate(Definitions.SOMEBODY, payload(60_000))).isEmpty();
    takeAllTurns();
    giveAllTurnsBack();
  }

  @Test
  void givesItsTurnBackWhenTheBudgetIsSpent() {
    CompiledSchema schema =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 4_000)));

    assertThat(schema.validate(Definitions.SOMEBODY, payload(60_000))).containsExactly(TOO_MUCH);

    takeAllTurns();
    giveAllTurnsBack();
  }

  /** However many of one organization wait, another one's first does not come last. */
  @Test
  @Timeout(90)
  void letsAnOrganizationHaveItsTurnThatAnotherOneWouldCrowdOut() throws InterruptedException {
    CompiledSchema costly =
        schema(
            "{\"type\":\"object\",\"propertyNames\":{\"allOf\":[%s]}}"
                .formatted(repeated("{\"maxLength\":99}", 50)));
    List<OrganizationId> turns = new CopyOnWriteArrayList<>();
    OrganizationId flooding = new OrganizationId(Ids.next());
    List<Thread> threads = new ArrayList<>();
    takeAllTurns();
    try {
      for (int i = 0; i < 3; i++) {
        threads.add(queue(costly, flooding, turns));
      }
      threads.add(queue(costly, Definitions.SOMEBODY, turns));

      ValidationBudget.COSTLY.release(); // each hands this one place on to the next
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      for (int i = 1; i < ValidationBudget.COSTLY_MAX; i++) {
        ValidationBudget.COSTLY.release();
      }
    }
    assertThat(turns).hasSize(4).last().isEqualTo(flooding);
  }

  /** Returns once it waits. */
  private static Thread queue(
      CompiledSchema schema, OrganizationId organization, List<OrganizationId> turns) {
    int before = ValidationBudget.COSTLY.waiting();
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  schema.validate(organization, payload(5_000));
                  turns.add(organization);
                });
    Await.until(() -> ValidationBudget.COSTLY.waiting() == before + 1);
    return thread;
  }

  private static void takeAllTurns() {
    for (int i = 0; i < ValidationBudget.COSTLY_MAX; i++) {
      assertThat(
              ValidationBudget.COSTLY.acquire(
                  "test", Deadline.in(Duration.ZERO), Stopwatch.STOPPED))
          .isTrue();
    }
  }

  private static void giveAllTurnsBack() {
    for (int i = 0; i < ValidationBudget.COSTLY_MAX; i++) {
      ValidationBudget.COSTLY.release();
    }
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
