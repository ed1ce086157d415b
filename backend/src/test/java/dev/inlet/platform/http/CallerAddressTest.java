package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {

  private final CallerAddress behindProxies =
      new CallerAddress(new NetworkConfiguration("", "10.0.0.0/8,fd00::/8"));

  @Test
  void believesNoHeaderOfAStranger() {
    String caller = behindProxies.of(request("198.51.100.7", "203.0.113.1"));

    assertThat(caller).isEqualTo("198.51.100.7");
  }

  @Test
  void believesNobodyWhereNoProxyIsTrusted() {
    CallerAddress direct = new CallerAddress(new NetworkConfiguration("", ""));

    String caller = direct.of(request("10.0.0.1", "203.0.113.1"));

    assertThat(caller).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.1                        | 203.0.113.1",
        "203.0.113.1, 10.0.0.9              | 203.0.113.1",
        "1.2.3.4, 203.0.113.1, 10.0.0.9     | 203.0.113.1",
        "'203.0.113.1  ,\t10.0.0.9'         | 203.0.113.1",
        "2606:4700::1111                    | 2606:4700:0:0:0:0:0:1111",
        "::ffff:203.0.113.1                 | 203.0.113.1",
        "10.0.0.8, 10.0.0.9                 | 10.0.0.1",
        "unknown                            | 10.0.0.1",
        "203.0.113.1, unknown               | 10.0.0.1",
        "203.0.113.1, evil.example, 10.0.0.9 | 10.0.0.1",
        "'\"><script>'                      | 10.0.0.1",
        "''                                 | 10.0.0.1",
        "','                                | 10.0.0.1",
      })
  void takesTheNearestHopThatIsNoProxyOfOurs(String header, String expected) {
    String caller = behindProxies.of(request("10.0.0.1", header));

    assertThat(caller).isEqualTo(expected);
  }

  @Test
  void readsRepeatedHeadersInTheirOrder() {
    String caller = behindProxies.of(request("10.0.0.1", "1.2.3.4", "203.0.113.1", "10.0.0.9"));

    assertThat(caller).isEqualTo("203.0.113.1");
  }

  @Test
  void isThePeerWhereAProxySaysNothing() {
    String caller = behindProxies.of(request("fd00::5"));

    assertThat(caller).isEqualTo("fd00:0:0:0:0:0:0:5");
  }

  private static HttpRequest<?> request(String peer, String... forwardedFor) {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    for (String header : forwardedFor) {
      request.header("X-Forwarded-For", header);
    }
    return new FromPeer<>(request, new InetSocketAddress(InetAddress.ofLiteral(peer), 4711));
  }

  private static final class FromPeer<B> extends HttpRequestWrapper<B> {

    private final InetSocketAddress peer;

    FromPeer(HttpRequest<B> request, InetSocketAddress peer) {
      super(request);
      this.peer = peer;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
      return peer;
    }
  }
}
