package dev.inlet.webhooks.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void namesEachSettingThatDiffers() {
    assertThat(
            between(
                "{\"a\":1,\"b\":{\"c\":\"x\",\"d\":true}}",
                "{\"a\":1,\"b\":{\"c\":\"y\",\"e\":[1]}}"))
        .containsExactly(
            new Difference("b.c", "\"x\"", "\"y\""),
            new Difference("b.d", "true", null),
            new Difference("b.e", null, "[1]"));
  }

  @Test
  void tellsMappedFieldsApartByTheirNames() {
    assertThat(
            between(
                "[{\"field\":\"A\",\"value\":\"1\"},{\"field\":\"B\",\"value\":\"2\"}]",
                "[{\"field\":\"NEW\",\"value\":\"0\"},{\"field\":\"A\",\"value\":\"1\"},{\"field\":\"B\",\"value\":\"3\"}]"))
        .containsExactly(
            new Difference("B", "\"2\"", "\"3\""), new Difference("NEW", null, "\"0\""));
  }

  @Test
  void tellsThatOnlyTheOrderDiffers() {
    assertThat(between("{\"s\":{\"a\":1,\"b\":2}}", "{\"s\":{\"b\":2,\"a\":1}}"))
        .containsExactly(new Difference("s (order)", "a, b", "b, a"));
  }

  @Test
  void tellsNumbersApartThatAreWrittenDifferently() {
    assertThat(between("{\"a\":1}", "{\"a\":10}")).containsExactly(new Difference("a", "1", "10"));
  }

  private static List<Difference> between(String before, String after) {
    return Difference.between(Definitions.read(before), Definitions.read(after));
  }
}
