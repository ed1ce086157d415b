package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.time.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection's address may lead to anything that listens. */
class HostileServerTest extends ImisTestBase {

  @ParameterizedTest
  @ValueSource(strings = {"X-Endless: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", "aaaaaaaa"})
  @Timeout(5)
  void readsNoEndlessHead(String endless) throws IOException {
    try (RawServer server =
        RawServer.answeringForEver("HTTP/1.1 200 OK\r\nX-Long: ", endless.repeat(100))) {
      ImisException thrown = failure(client(account(server.url())));

      assertThat(thrown.failure().mayHaveWritten()).isFalse();
      assertThat(server.bytesSent()).isLessThan(20_000_000);
    }
  }

  @Test
  @Timeout(5)
  void readsNoEndlessBody() throws IOException {
    try (RawServer server =
        RawServer.answeringForEver("HTTP/1.1 200 OK\r\n\r\n", "a".repeat(10_000))) {
      ImisException thrown = failure(client(account(server.url())));

      assertThat(thrown.failure()).isEqualTo(ImisFailure.NOT_IMIS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 \r\n\r\n",
        "HTTP/9.9 200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip",
        "HTTP/1.1 999 X\r\n\r\n",
        "HTTP/1.1 101 Switching\r\n\r\n"
      })
  @Timeout(5)
  void bearsWhatIsNoAnswerOfImis(String answer) throws IOException {
    try (RawServer server = RawServer.answering(answer)) {
      ImisException thrown =
          failure(client(account(server.url())), Deadline.in(Duration.ofSeconds(2)));

      assertThat(thrown.failure()).isIn(ImisFailure.UNREACHABLE, ImisFailure.NOT_IMIS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807",
    "99999999999999999999",
    "-1",
    "0",
    "1e308",
    "'\"soon\"'",
    "null"
  })
  void bearsAnyLifeOfAToken(String expiresIn) throws IOException {
    String token = "{\"access_token\":\"t\",\"expires_in\":%s}".formatted(expiresIn);
    try (RawServer server = RawServer.answering(response(200, token))) {
      ImisException thrown = failure(client(account(server.url())));

      // The same answer again, in place of a record.
      assertThat(thrown.failure()).isEqualTo(ImisFailure.UNREADABLE_ANSWER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\r\\nX-Injected: 1", "a\\u0000b", "é€", ""})
  void bearsAnyToken(String accessToken) throws IOException {
    String token = "{\"access_token\":\"%s\",\"expires_in\":60}".formatted(accessToken);
    try (RawServer server = RawServer.answering(response(200, token))) {
      ImisException thrown = failure(client(account(server.url())));

      assertThat(thrown).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000FFFE", "FFFE0000", "0000007B000000FF", "00000001", "FEFF007B"})
  void bearsAnyEncoding(String hex) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes("HTTP/1.1 400 X\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    answer.writeBytes(java.util.HexFormat.of().parseHex(hex));
    try (RawServer server = RawServer.answering(answer.toByteArray())) {
      ImisException thrown = failure(client(account(server.url())));

      assertThat(thrown.failure()).isEqualTo(ImisFailure.NOT_IMIS);
    }
  }

  @Test
  void keepsNoAnswerThatMayHoldThePassword() throws IOException {
    try (RawServer server = RawServer.answering(response(200, "{\"you sent\":\"demo&100%=ok\"}"))) {
      ImisException thrown = failure(client(account(server.url())));

      assertThat(thrown.failure()).isEqualTo(ImisFailure.NOT_IMIS);
      assertThat(thrown.answer()).isNull();
    }
  }

  private static String response(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }
}
