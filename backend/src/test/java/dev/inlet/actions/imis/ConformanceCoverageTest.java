package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Simulator;
import dev.imissimulator.Switches;
import dev.inlet.actions.imis.ConformanceCase.Simulated;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the simulator can be told to do differently is done by a case. */
class ConformanceCoverageTest {

  private static final List<ConformanceCase> CASES = ConformanceCase.all().toList();

  /** Switches that no case can show, each with the reason. */
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "putStatus", "Inlet never sends a PUT",
          "deleteStatus", "Inlet never sends a DELETE",
          "metadata", "Inlet never reads /api/metadata",
          "timeZone", "it moves a date that iMIS makes up, which is compared with none",
          "requestsKept", "it changes no answer",
          "rowsKept", "it changes no answer to who inserts");

  /** A trickling answer is always one to work that is done, whatever the moment says. */
  private static final Set<String> IMPOSSIBLE = Set.of("TRICKLE AFTER_WRITE");

  @Test
  void setsEverySwitchToEveryValue() throws ReflectiveOperationException {
    Set<String> missing = new TreeSet<>();
    try (Simulator simulator = Simulator.start()) {
      for (RecordComponent each : Switches.class.getRecordComponents()) {
        Object byDefault = each.getAccessor().invoke(simulator.switches());
        Set<String> set = valuesOf(each.getName());
        if (isListed(each.getType())) {
          values(each.getType())
              .filter(value -> !set.contains(value))
              .forEach(value -> missing.add(each.getName() + " " + value));
        } else if (set.stream().allMatch(String.valueOf(byDefault)::equals)) {
          missing.add(each.getName());
        }
      }
    }
    missing.removeIf(each -> EXCLUDED.containsKey(each.split(" ", -1)[0]));

    assertThat(missing).as("switches that no case sets").isEmpty();
  }

  @Test
  void strikesWithEveryKindOfFaultAtEveryMoment() {
    Set<String> missing = new TreeSet<>();
    for (Fault.Kind kind : Fault.Kind.values()) {
      for (Fault.Moment moment : Fault.Moment.values()) {
        missing.add(kind + " " + moment);
      }
    }
    missing.removeAll(IMPOSSIBLE);
    for (JsonNode fault : faults().toList()) {
      String moment = fault.path("moment").asText(Fault.Moment.BEFORE_WRITE.name());
      missing.remove(fault.path("kind").asText() + " " + moment);
    }

    assertThat(missing).as("faults that no case has").isEmpty();
  }

  @Test
  void setsEveryMemberOfAFault() {
    Set<String> missing = new TreeSet<>();
    for (RecordComponent each : Fault.class.getRecordComponents()) {
      String name = each.getName();
      Set<String> set = new TreeSet<>();
      faults().filter(fault -> fault.has(name)).forEach(fault -> set.add(text(fault.get(name))));
      if (set.isEmpty()) {
        missing.add(name);
      }
      values(each.getType())
          .filter(value -> !set.contains(value))
          .forEach(value -> missing.add(name + " " + value));
    }

    assertThat(missing).as("members of faults that no case sets").isEmpty();
  }

  @Test
  void tellsCasesApartAndWhereEachIsFrom() {
    assertThat(CASES).extracting(ConformanceCase::title).doesNotHaveDuplicates();
    assertThat(CASES).extracting(ConformanceCase::source).allMatch(source -> !source.isBlank());
  }

  private static boolean isListed(Class<?> type) {
    return type == boolean.class || type.isEnum();
  }

  private static Stream<String> values(Class<?> type) {
    return type == boolean.class
        ? Stream.of("true", "false")
        : type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(String::valueOf)
            : Stream.empty();
  }

  /** What cases set a switch to. */
  private static Set<String> valuesOf(String name) {
    Set<String> values = new TreeSet<>();
    switches().filter(each -> each.has(name)).forEach(each -> values.add(text(each.get(name))));
    return values;
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private static Stream<JsonNode> faults() {
    return switches().flatMap(each -> each.path("faults").valueStream());
  }

  private static Stream<ObjectNode> switches() {
    return CASES.stream()
        .map(ConformanceCase::simulator)
        .filter(Objects::nonNull)
        .map(Simulated::switches);
  }
}
