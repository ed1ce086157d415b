package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTypesTest extends ImisTestBase {

  @Test
  void readsTheTypesWithTheirPrompts() throws ImisException {
    assertThat(new ActivityTypes(client()).list(soon()))
        .contains(
            new ActivityType(
                "WEBHOOK",
                "Received by webhook",
                true,
                Map.of(
                    "DescriptionPrompt",
                    "Summary",
                    "NotePrompt",
                    "Payload",
                    "Uf1Prompt",
                    "Delivery")),
            new ActivityType("DUES", "Dues, written by billing", false, Map.of()));
  }

  @Test
  void leavesOutWhatNoActivityCanHaveAsItsType() throws ImisException {
    ActivityTypes.Page page =
        page(
            """
            {"Items":{"$values":[{"ActivityTypeId":"ELEVENCHARS"},{"ActivityTypeId":"A\\u202EB"},{"ActivityTypeId":" "},
             {"Description":"none"},null,7,{"ActivityTypeId":{"$type":"System.Int32","$value":12},"Description":["x"],
             "Uf1Prompt":"a\\u2067b","Uf2Prompt":" ","Uf3Prompt":{"x":1},"constructor":"Prompt","Other":[[{}]]}]},"HasNext":true}
            """);

    assertThat(page.types())
        .containsExactly(new ActivityType("12", "", false, Map.of("Uf1Prompt", "a b")));
    assertThat(page.hasNext()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "7", "<html>", "{\"Items\":[]}", "{\"Items\":"})
  void readsNoListOutOfAnythingElse(String text) {
    ImisException failure = catchThrowableOfType(ImisException.class, () -> page(text));

    assertThat(failure.failure()).isEqualTo(ImisFailure.UNREADABLE_ANSWER);
  }

  @Test
  void believesNoListWithoutEnd() throws ImisException, IOException {
    String endless =
        "{\"Items\":{\"$values\":[%s]},\"HasNext\":true}"
            .formatted(String.join(",", Collections.nCopies(5_000, "{\"ActivityTypeId\":\"A\"}")));

    try (SlowServer server = SlowServer.answering(endless)) {
      assertThat(new ActivityTypes(client(account(server.url()))).list(soon())).hasSize(2_000);
    }
  }

  private static ActivityTypes.Page page(String text) throws ImisException {
    return ActivityTypes.page(
        new ImisAnswer(200, text.getBytes(StandardCharsets.UTF_8), false, null));
  }
}
