package dev.inlet.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.RawHttp;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers send to an open URL. None of it is a 500, none of it stops the next delivery. */
class BadInputTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();
  private static final int LIMIT = 1024 * 1024;

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final String path = tenant.hookPath(webhook);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterEach
  void theNextDeliveryIsTaken() {
    SIMULATOR.reset();
    assertThat(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  static Stream<Arguments> bodiesThatAreNotValid() {
    return Stream.of(
        Arguments.of("empty", bytes(""), "json"),
        Arguments.of("blank", bytes(" \r\n\t"), "json"),
        Arguments.of("null", bytes("null"), "type"),
        Arguments.of("array", bytes("[]"), "type"),
        Arguments.of("array of objects", bytes("[{\"firstName\":\"a\"}]"), "type"),
        Arguments.of("number", bytes("42"), "type"),
        Arguments.of("text", bytes("\"text\""), "type"),
        Arguments.of("boolean", bytes("true"), "type"),
        Arguments.of("truncated", bytes("{\"firstName\":\"Ho"), "json"),
        Arguments.of(
            "duplicate keys",
            bytes("{\"firstName\":\"a\",\"firstName\":\"b\",\"lastName\":\"c\"}"),
            "json"),
        Arguments.of("two values", bytes("{} {}"), "json"),
        Arguments.of("form", bytes("firstName=Homer&lastName=Simpson"), "json"),
        Arguments.of("XML", bytes("<firstName>Homer</firstName>"), "json"),
        Arguments.of("invalid UTF-8", "{\"firstName\":\"\u00ff\"}".getBytes(ISO_8859_1), "json"),
        Arguments.of("UTF-16", "{\"firstName\":\"a\"}".getBytes(UTF_16), "json"),
        Arguments.of(
            "half a character", bytes("{\"firstName\":\"\\ud800\",\"lastName\":\"b\"}"), "json"),
        Arguments.of("number of 10,000 digits", bytes(withAmount("1".repeat(10_000))), "json"),
        Arguments.of("number beyond all measure", bytes(withAmount("1e1000000000")), "json"),
        Arguments.of("100,000 arrays deep", bytes(withAmount("[".repeat(100_000))), "json"),
        Arguments.of("100,000 objects deep", bytes("{\"a\":".repeat(100_000)), "json"),
        Arguments.of("NUL outside of text", bytes("\0"), "json"),
        Arguments.of("1 MiB of brackets", bytes("[".repeat(LIMIT)), "json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodiesThatAreNotValid")
  void isAnsweredByTheContractAndLogged(String name, byte[] body, String keyword) {
    HttpResponse<String> answer = tenant.deliver(webhook, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode violations = Tenant.json(answer).get("validationErrors");
    assertThat(violations.get(0).get("keyword").asText()).isEqualTo(keyword);
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(delivery.get("bodyBytes").asInt()).isEqualTo(body.length);
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void takesABodyWithAByteOrderMark() {
    HttpResponse<String> answer = tenant.deliver(webhook, "\uFEFF" + Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void logsWhatCarriesNulCharactersThroughValidationMappingAndImis() {
    String payload = "{\"firstName\":\"Ho\\u0000mer\",\"lastName\":\"Simpson\",\"x\\u0000\":1}";

    HttpResponse<String> answer = tenant.deliver(webhook, payload);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(tenant.delivery(answer).at("/body/content").asText()).isEqualTo(payload);
  }

  @Test
  void logsViolationsThatQuoteNulCharacters() {
    JsonNode closed =
        tenant.createWebhook(
            Definitions.activity(
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}",
                Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101")));

    HttpResponse<String> answer = tenant.deliver(closed, "{\"a\\u0000b\":1}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(tenant.delivery(answer).get("violations")).hasSize(1);
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    byte[] body = padded(LIMIT);

    assertThat(tenant.deliver(webhook, body).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesOneByteMoreThanTheLimitByItsAnnouncedLength() throws IOException {
    byte[] body = padded(LIMIT + 1);

    RawHttp.Answer answer =
        RawHttp.post(INLET.port(), path, "Content-Length: %d\r\n".formatted(body.length), body);

    assertTooLarge(answer);
  }

  @Test
  void refusesOneByteMoreThanTheLimitInChunksOfNoAnnouncedLength() throws IOException {
    byte[] body = padded(LIMIT + 1);

    RawHttp.Answer answer =
        RawHttp.exchange(
            INLET.port(),
            out -> {
              out.write(RawHttp.head(path, "Transfer-Encoding: chunked\r\n"));
              writeChunks(out, body);
            });

    assertTooLarge(answer);
  }

  @Test
  void refusesALengthThatIsAnnouncedBeforeAnyOfItIsSent() throws IOException {
    RawHttp.Answer answer =
        RawHttp.post(INLET.port(), path, "Content-Length: 99999999999\r\n", new byte[0]);

    assertTooLarge(answer);
  }

  @Test
  void refusesASlowBodyByTheDeadlineOfItsWebhook() throws IOException {
    JsonNode impatient = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 1));

    RawHttp.Answer answer =
        RawHttp.post(
            INLET.port(),
            tenant.hookPath(impatient),
            "Content-Length: 100\r\n",
            bytes("{\"firstName\":"));

    assertThat(answer.status()).isEqualTo(408);
    JsonNode delivery = delivery(answer);
    assertThat(delivery.get("reason").asText()).isEqualTo("BODY_TIMED_OUT");
    assertThat(delivery.at("/body/content").asText()).isEqualTo("{\"firstName\":");
    assertThat(delivery.at("/body/isPartial").asBoolean()).isTrue();
  }

  @Test
  void refusesAMappingThatBlowsASmallBodyUp() {
    JsonNode bomb =
        tenant.createWebhook(
            Definitions.activity(
                Definitions.SAMPLE_SCHEMA,
                Map.of(
                    "ACTIVITY_TYPE",
                    "TEST",
                    "PartyId",
                    "101",
                    "NOTE",
                    "$$firstName$$".repeat(700))));

    HttpResponse<String> answer =
        tenant.deliver(
            bomb, "{\"firstName\":\"%s\",\"lastName\":\"b\"}".formatted("x".repeat(900_000)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("MAPPING_FAILED");
  }

  @Test
  void takesABodyWhateverContentTypeItClaims() throws IOException {
    for (String type :
        new String[] {
          "application/x-www-form-urlencoded",
          "text/plain",
          "multipart/form-data; boundary=x",
          "nonsense"
        }) {
      RawHttp.Answer answer =
          RawHttp.post(
              INLET.port(),
              path,
              "Content-Type: %s\r\nContent-Length: %d\r\n"
                  .formatted(type, bytes(Definitions.SAMPLE_PAYLOAD).length),
              bytes(Definitions.SAMPLE_PAYLOAD));

      assertThat(answer.status()).as(type).isEqualTo(200);
    }
  }

  @Test
  void keepsSecretHeadersOutOfTheLog() throws IOException {
    RawHttp.Answer answer =
        RawHttp.post(
            INLET.port(),
            path,
            "Authorization: Basic c2VjcmV0\r\nCookie: a=c2VjcmV0\r\nX-Form: 7\r\nContent-Length: 2\r\n",
            bytes("{}"));

    JsonNode delivery = delivery(answer);
    assertThat(delivery.toString()).doesNotContain("c2VjcmV0");
    assertThat(delivery.at("/headers/X-Form/0").asText()).isEqualTo("7");
  }

  private void assertTooLarge(RawHttp.Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body())
        .isEqualTo("{\"success\":false,\"error\":\"The body is larger than 1048576 bytes.\"}");
    assertThat(delivery(answer).get("reason").asText()).isEqualTo("BODY_TOO_LARGE");
  }

  private JsonNode delivery(RawHttp.Answer answer) {
    return Tenant.json(tenant.get("/deliveries/" + answer.header("X-Delivery-Id")));
  }

  private static void writeChunks(OutputStream out, byte[] body) throws IOException {
    int size = 64 * 1024;
    for (int start = 0; start < body.length; start += size) {
      byte[] chunk = Arrays.copyOfRange(body, start, Math.min(body.length, start + size));
      out.write(bytes(Integer.toHexString(chunk.length) + "\r\n"));
      out.write(chunk);
      out.write(bytes("\r\n"));
    }
    out.write(bytes("0\r\n\r\n"));
    out.flush();
  }

  private static byte[] padded(int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) ' ');
    byte[] payload = bytes(Definitions.SAMPLE_PAYLOAD);
    System.arraycopy(payload, 0, body, 0, payload.length);
    return body;
  }

  private static String withAmount(String amount) {
    return "{\"firstName\":\"a\",\"lastName\":\"b\",\"amount\":" + amount + "}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
