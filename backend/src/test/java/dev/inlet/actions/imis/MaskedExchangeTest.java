package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.imis.EntityBody;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaskedExchangeTest {

  private static final String REQUEST =
      new String(
          EntityBody.beginRow("Volunteers", "4711")
              .text("ID", "4711")
              .text("Secret", "123-45-6789")
              .decimal("Hours", new BigDecimal("2.50"))
              .toBytes(),
          StandardCharsets.UTF_8);

  @Test
  void masksTheFieldAndShowsAllElseThatInletWrote() {
    Exchange masked = masked(Set.of("Secret"), 201, null);

    assertThat(masked.request())
        .doesNotContain("123-45")
        .contains("•••", "4711", "2.50", "Volunteers", "System.Decimal");
  }

  @Test
  void masksAContactWhereverTheyAreNamed() {
    Exchange masked = masked(Set.of("ID"), 201, REQUEST);

    assertThat(masked.request()).doesNotContain("4711").contains("123-45-6789");
    assertThat(masked.response()).doesNotContain("4711");
  }

  @Test
  void showsOfAnAnswerOnlyWhatIsKnownToBeSomethingElse() {
    String answer =
        REQUEST.replace(
            "\"Name\":\"Hours\"",
            "\"Name\":\"Label\",\"Value\":\"Row of 123 45 6789\"},{\"Name\":\"Hours\"");

    Exchange masked = masked(Set.of("Secret"), 201, answer);

    assertThat(masked.response()).doesNotContain("123").contains("Label", "2.50", "4711");
  }

  /** But zeros: whether these are shown must not depend on what the secret is. */
  @Test
  void showsWhatIsEmptyAsEmpty() {
    String answer = "{\"A\":null,\"B\":\"\",\"C\":0,\"D\":[0.00,\"x\"],\"E\":false}";

    assertThat(masked(Set.of("Secret"), 201, answer).response())
        .isEqualTo("{\"A\":null,\"B\":\"\",\"C\":\"•••\",\"D\":[\"•••\",\"•••\"],\"E\":\"•••\"}");
  }

  @Test
  void showsNothingOfARefusalOrOfWhatItCannotRead() {
    for (String answer : new String[] {REQUEST, "<html>123-45-6789</html>", "{\"cut"}) {
      assertThat(masked(Set.of("Secret"), 400, answer).response()).isEqualTo("•••");
    }
    assertThat(masked(Set.of("Secret"), 201, "{\"cut").response()).isEqualTo("•••");
    assertThat(masked(Set.of("Secret"), null, null).response()).isNull();
    assertThat(new MaskedExchange(Set.of("Secret"), "ID").of(new Exchange("{\"cut", 201, REQUEST)))
        .isEqualTo(new Exchange("•••", 201, "•••"));
  }

  private static Exchange masked(
      Set<String> fields, @Nullable Integer status, @Nullable String response) {
    return new MaskedExchange(fields, "ID").of(new Exchange(REQUEST, status, response));
  }
}
