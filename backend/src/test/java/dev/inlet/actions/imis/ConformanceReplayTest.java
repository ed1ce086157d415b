package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.imis.ConformanceCase.Exchange;
import dev.inlet.actions.imis.ConformanceCase.Outcome;
import dev.inlet.actions.imis.ConformanceCase.Request;
import dev.inlet.actions.imis.ReplayServer.Received;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Inlet sends, and what it makes of the recorded answers. */
class ConformanceReplayTest {

  private final Placeholders placeholders = new Placeholders();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.inlet.actions.imis.ConformanceCase#all")
  void sendsWhatIsDueAndEndsAsItShould(ConformanceCase recorded) throws IOException {
    try (ReplayServer imis = ReplayServer.start(recorded.exchanges(), placeholders)) {
      Outcome outcome = Asking.of(recorded, imis.url());

      List<Received> due =
          recorded.exchanges().stream().map(Exchange::request).map(this::due).toList();
      assertThat(named(imis.received(), due)).as(recorded.title()).containsExactlyElementsOf(due);
      assertThat(outcome).as(recorded.title()).isEqualTo(filled(recorded.outcome()));
    }
  }

  private Received due(Request request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach((name, value) -> headers.put(name, placeholders.filled(value)));
    return new Received(
        request.method(),
        placeholders.filled(request.path()),
        headers,
        placeholders.filled(request.body().wire()));
  }

  /** What came, with only those headers that matter. */
  private static List<Received> named(List<Received> received, List<Received> due) {
    for (int i = 0; i < Math.min(received.size(), due.size()); i++) {
      received.get(i).headers().keySet().retainAll(due.get(i).headers().keySet());
    }
    return received;
  }

  private Outcome filled(Outcome due) {
    String recordId = due.recordId() == null ? null : placeholders.filled(due.recordId());
    return new Outcome(due.is(), recordId, due.reason(), due.sentence(), due.read());
  }
}
