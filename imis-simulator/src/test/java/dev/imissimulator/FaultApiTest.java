package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultApiTest extends SimulatorTestBase {
  @Test
  void dropsTheConnectionBeforeTheWrite() {
    token();
    SIMULATOR.set(s -> s.withFault(Fault.drop(Part.INSERT).once()));

    assertThatThrownBy(this::tryToInsert).isInstanceOf(IOException.class);
    assertThat(SIMULATOR.activities()).isEmpty();
    assertThat(insert().statusCode()).isEqualTo(201);
  }

  @Test
  void dropsTheConnectionAfterTheWrite() {
    token();
    SIMULATOR.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));

    assertThatThrownBy(this::tryToInsert).isInstanceOf(IOException.class);
    assertThat(SIMULATOR.activities()).hasSize(1);
    assertThat(SIMULATOR.switches().faults()).isEmpty();
  }

  @Test
  void answersWithAnErrorAfterTheWrite() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 500, Body.JSON_MESSAGE).afterWrite()));

    HttpResponse<String> response = insert();

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .isEqualTo("{\"Message\":\"An error occurred. Please contact the administrator.\"}");
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void strikesTheChosenPartOnly() {
    SIMULATOR.set(
        s ->
            s.withFaults(
                Stream.of(Part.TOKEN, Part.READ, Part.INSERT)
                    .map(part -> Fault.answer(part, 503, Body.EMPTY))
                    .toList()));

    assertThat(requestToken(CREDENTIALS).statusCode()).isEqualTo(503);

    SIMULATOR.set(s -> s.withFaults(s.faults().subList(1, 3)));
    assertThat(get("/api/Party/101").statusCode()).isEqualTo(503);
    assertThat(insert().statusCode()).isEqualTo(503);
    assertThat(post("/api/Activity/_validate", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void strikesInTheirOrderAndAsOftenAsTold() {
    token();
    SIMULATOR.set(
        s ->
            s.withFault(
                    Fault.answer(Part.API, 429, Body.EMPTY).withHeader("Retry-After", "3").once())
                .withFault(Fault.answer(Part.ALL, 401, Body.JSON_MESSAGE).times(2)));

    HttpResponse<String> first = insert();
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("3");
    assertThat(insert().statusCode()).isEqualTo(401);
    assertThat(insert().statusCode()).isEqualTo(401);
    assertThat(insert().statusCode()).isEqualTo(201);
  }

  @Test
  void redirects() {
    SIMULATOR.set(
        s ->
            s.withFault(
                Fault.answer(Part.READ, 302, Body.EMPTY)
                    .withHeader("Location", "http://elsewhere.invalid/")));

    HttpResponse<String> response = get("/api/Party/101");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).contains("http://elsewhere.invalid/");
  }

  @Test
  void answers200WithALoginPage() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.ALL, 200, Body.HTML)));

    HttpResponse<String> response = requestToken(CREDENTIALS);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(response.body()).contains("<html>");
  }

  @ParameterizedTest
  @EnumSource(Body.class)
  void hasEveryKindOfBody(Body body) {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.READ, 500, body).withBodyBytes(300_000)));

    String text = get("/api/Party/101").body();

    switch (body) {
      case JSON_MESSAGE -> assertThat(json(text).path("Message").asText()).contains("occurred");
      case JSON_STRING -> assertThat(json(text).asText()).contains("occurred");
      case TEXT -> assertThat(text).startsWith("An error occurred");
      case EMPTY -> assertThat(text).isEmpty();
      case HTML -> assertThat(text).contains("<h1>Internal Server Error</h1>");
      case GARBLED -> assertThatThrownBy(() -> json(text)).isInstanceOf(AssertionError.class);
      case OVERSIZED -> assertThat(text).hasSize(300_000);
    }
  }

  @Test
  void shapesItsOwnErrorsAsTold() {
    SIMULATOR.set(s -> s.withErrorBody(Body.JSON_STRING));

    assertThat(get("/api/Nothing").body()).isEqualTo("\"Service not implemented\"");
  }

  @Test
  void tricklesTheBody() {
    SIMULATOR.set(s -> s.withFault(Fault.trickle(Part.READ, Duration.ofMillis(1))));
    token();
    long start = System.nanoTime();

    HttpResponse<String> response = get("/api/Party/101");

    assertThat(json(response).path("PartyId").asText()).isEqualTo("101");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
  }

  private HttpResponse<String> insert() {
    return insertActivity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));
  }

  private void tryToInsert() throws IOException {
    sendOrFail(
        authorized("/api/Activity")
            .POST(
                BodyPublishers.ofString(
                    entity(Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101")))));
  }
}
