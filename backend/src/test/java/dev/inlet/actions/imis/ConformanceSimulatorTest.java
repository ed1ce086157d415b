package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.ReceivedRequest;
import dev.imissimulator.Simulator;
import dev.inlet.actions.imis.ConformanceCase.Answer;
import dev.inlet.actions.imis.ConformanceCase.Exchange;
import dev.inlet.actions.imis.ConformanceCase.Outcome;
import dev.inlet.actions.imis.ConformanceCase.Request;
import dev.inlet.actions.imis.ConformanceCase.Simulated;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the simulator does as iMIS does, and Inlet fares with it as with the recordings. */
class ConformanceSimulatorTest {

  private static final Simulator IMIS = Simulator.start();

  /** Where no answer is to come. */
  private static final RequestConfig IMPATIENT =
      RequestConfig.custom().setResponseTimeout(Timeout.ofMilliseconds(500)).build();

  private static final CloseableHttpClient HTTP =
      HttpClients.custom()
          .disableRedirectHandling()
          .disableAutomaticRetries()
          .disableAuthCaching()
          .build();

  /** Which case it is; named where it fails. */
  private String title = "";

  @AfterAll
  static void close() throws IOException {
    HTTP.close();
    IMIS.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.inlet.actions.imis.ConformanceCase#simulated")
  void answersAsItIsRecorded(ConformanceCase recorded) throws IOException {
    title = recorded.title();
    prepare(simulated(recorded));

    play(recorded.exchanges(), new Placeholders());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.inlet.actions.imis.ConformanceCase#simulated")
  void letsInletEndAsItShould(ConformanceCase recorded) throws IOException {
    title = recorded.title();
    Simulated simulated = simulated(recorded);
    prepare(simulated);
    int before = IMIS.requests().size();

    Outcome outcome = Asking.of(recorded, IMIS.baseUrl());

    assertSent(recorded.exchanges(), IMIS.requests().subList(before, IMIS.requests().size()));
    assertOutcome(outcome, recorded.outcome());
    if (simulated.rows() != null) {
      assertThat(IMIS.rows(recorded.ask().entityName())).as(title).hasSize(simulated.rows());
    }
  }

  private static Simulated simulated(ConformanceCase recorded) {
    return Objects.requireNonNull(recorded.simulator());
  }

  private void prepare(Simulated simulated) throws IOException {
    IMIS.reset();
    Placeholders placeholders = new Placeholders();
    if (!simulated.before().isEmpty()) {
      play(List.of(ConformanceCase.SIGN_IN), placeholders);
    }
    for (Request request : simulated.before()) {
      HTTP.execute(filled(request, placeholders), ClassicHttpResponse::getCode);
    }
    HttpUriRequestBase patch = request("PATCH", "/simulator/switches");
    patch.setEntity(new ByteArrayEntity(utf8(simulated.switches().toString()), null));
    int status = HTTP.execute(patch, ClassicHttpResponse::getCode);
    assertThat(status).as(title).isEqualTo(200);
  }

  private void assertSent(List<Exchange> exchanges, List<ReceivedRequest> came) {
    Placeholders placeholders = new Placeholders();
    assertThat(came).as(title).hasSameSizeAs(exchanges);
    for (int i = 0; i < came.size(); i++) {
      Request due = exchanges.get(i).request();
      ReceivedRequest request = came.get(i);
      assertThat(request.method() + " " + request.path())
          .as(title)
          .isEqualTo(due.method() + " " + due.path());
      String body = new String(utf8(request.body()), StandardCharsets.ISO_8859_1);
      assertThat(body).as(title).isEqualTo(placeholders.seenIn(due.body().wire(), body));
    }
  }

  private void assertOutcome(Outcome outcome, Outcome due) {
    String recordId = outcome.recordId();
    String seen =
        recordId == null || due.recordId() == null
            ? due.recordId()
            : new Placeholders().seenIn(due.recordId(), recordId);
    assertThat(outcome)
        .as(title)
        .isEqualTo(new Outcome(due.is(), seen, due.reason(), due.sentence(), due.read()));
  }

  /** Sends the recorded requests as they are, and compares what comes back. */
  private void play(List<Exchange> exchanges, Placeholders placeholders) throws IOException {
    for (Exchange exchange : exchanges) {
      HttpUriRequestBase request = filled(exchange.request(), placeholders);
      Answer due = exchange.answer();
      if (due == null) {
        request.setConfig(IMPATIENT);
        assertThatThrownBy(() -> HTTP.execute(request, ClassicHttpResponse::getCode))
            .isInstanceOf(IOException.class);
      } else {
        HTTP.execute(request, came -> compared(came, due, placeholders));
      }
    }
  }

  private static HttpUriRequestBase filled(Request due, Placeholders placeholders) {
    HttpUriRequestBase request = request(due.method(), placeholders.filled(due.path()));
    due.headers().forEach((name, value) -> request.setHeader(name, placeholders.filled(value)));
    byte[] body = placeholders.filled(due.body().wire()).getBytes(StandardCharsets.ISO_8859_1);
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, null));
    }
    return request;
  }

  private @Nullable Void compared(ClassicHttpResponse came, Answer due, Placeholders placeholders)
      throws IOException {
    String body = wire(came.getEntity());
    assertThat(came.getCode()).as("%s: %s", title, body).isEqualTo(due.status());
    if (due.reason() != null) {
      assertThat(came.getReasonPhrase()).as(title).isEqualTo(due.reason());
    }
    due.headers()
        .forEach(
            (name, value) -> assertThat(header(came, name)).as(title).isEqualToIgnoringCase(value));
    assertThat(body).as(title).isEqualTo(placeholders.seenIn(due.body().wire(), body));
    return null;
  }

  private static String wire(@Nullable HttpEntity entity) throws IOException {
    byte[] bytes = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static @Nullable String header(ClassicHttpResponse came, String name) {
    Header header = came.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static HttpUriRequestBase request(String method, String path) {
    return new HttpUriRequestBase(method, URI.create(IMIS.baseUrl() + path));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
