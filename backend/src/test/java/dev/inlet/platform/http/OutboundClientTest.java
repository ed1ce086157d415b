package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where every call on a tenant's behalf goes, be it to an iMIS or to an endpoint of alerts. This
 * machine's 127.0.0.2 stands for an address that may be called, 127.0.0.1 for one that may not.
 */
class OutboundClientTest {

  private static final InetAddress ALLOWED = InetAddress.ofLiteral("127.0.0.2");
  private static final InetAddress FORBIDDEN = InetAddress.ofLiteral("127.0.0.1");

  private final AtomicInteger called = new AtomicInteger();
  private final AtomicInteger calledForbidden = new AtomicInteger();
  private final HttpServer allowed;
  private final HttpServer forbidden;

  OutboundClientTest() throws IOException {
    allowed = server(ALLOWED, 0, called);
    forbidden = server(FORBIDDEN, allowed.getAddress().getPort(), calledForbidden);
  }

  @AfterEach
  void stop() {
    allowed.stop(0);
    forbidden.stop(0);
  }

  /** Answers in turn, the last one for ever; counts how often it is asked. */
  private static final class Names implements DnsResolver {

    private final List<InetAddress[]> answers = new ArrayList<>();
    private int asked;

    Names answering(InetAddress... addresses) {
      answers.add(addresses);
      return this;
    }

    @Override
    public InetAddress[] resolve(String host) {
      return answers.get(Math.min(asked++, answers.size() - 1));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Test
  void connectsToTheVeryAddressThatWasCheckedWhateverTheNameSaysNext() throws Exception {
    Names rebinding = new Names().answering(ALLOWED).answering(FORBIDDEN);
    try (OutboundClient client = client(rebinding)) {
      assertThat(status(client, "http://rebinding.example")).isEqualTo(200);
      assertThat(rebinding.asked).isOne();

      assertThatThrownBy(() -> status(client, "http://rebinding.example"))
          .hasCauseInstanceOf(BlockedAddressException.class);
    }
    assertThat(called).hasValue(1);
    assertThat(calledForbidden).hasValue(0);
  }

  @Test
  void callsNoneOfSeveralAddressesIfOneIsNotAllowed() throws Exception {
    for (Names names :
        List.of(
            new Names().answering(ALLOWED, FORBIDDEN), new Names().answering(FORBIDDEN, ALLOWED))) {
      try (OutboundClient client = client(names)) {
        assertThatThrownBy(() -> status(client, "http://two-faced.example"))
            .hasCauseInstanceOf(BlockedAddressException.class);
      }
    }
    assertThat(called).hasValue(0);
    assertThat(calledForbidden).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws Exception {
    allowed.createContext(
        "/moved",
        exchange -> {
          exchange
              .getResponseHeaders()
              .add("Location", "http://127.0.0.1:%d/".formatted(forbidden.getAddress().getPort()));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    try (OutboundClient client = client(new Names().answering(ALLOWED))) {
      HttpPost post = new HttpPost(url("http://moving.example") + "/moved");
      post.setEntity(new StringEntity("{}"));

      assertThat(client.begin(post, answer -> answer.getCode()).join()).isEqualTo(status);
      assertThat(status(client, "http://moving.example", "/moved")).isEqualTo(status);
    }
    assertThat(calledForbidden).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void heedsNoProxyOfTheJvm(String scheme) throws Exception {
    String host = System.setProperty(scheme + ".proxyHost", "127.0.0.1");
    String port =
        System.setProperty(scheme + ".proxyPort", String.valueOf(forbidden.getAddress().getPort()));
    try (OutboundClient client = client(new Names().answering(ALLOWED))) {
      assertThat(status(client, "http://direct.example")).isEqualTo(200);
      assertThatThrownBy(() -> status(client, "https://direct.example"))
          .isInstanceOf(CompletionException.class); // it speaks no TLS
    } finally {
      restore(scheme + ".proxyHost", host);
      restore(scheme + ".proxyPort", port);
    }
    assertThat(calledForbidden).hasValue(0);
  }

  /** Each of these is this machine, or may be; nothing is connected to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0x7f.1",
        "017700000001",
        "127.0.0.1.",
        "localhost",
        "localhost.",
        "LOCALHOST",
        "0",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:ffff:7f00:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:0:127.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "[64:ff9b:1::127.0.0.1]",
        "[2002:7f00:1::]",
        "[2001:0:7f00:1::1]",
        "[fe80::1%1]",
        "[fe80::1%25lo]",
        "[fec0::1]",
        "[fd00:ec2::254]",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "255.255.255.255"
      })
  void resolvesNoSpellingOfAnAddressThatIsNotPublic(String host) {
    GuardedResolver resolver =
        new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, Guards.lettingThrough("")::allows);
    String bare = host.replaceFirst("^\\[", "").replaceFirst("]$", "");

    for (String spelling : Stream.of(host, bare).distinct().toList()) {
      assertThatThrownBy(() -> resolver.resolve(spelling))
          .as(spelling)
          .isInstanceOf(UnknownHostException.class);
    }
  }

  /** Where others read 127.0.0.1, Java reads another address; that one is checked and called. */
  @Test
  void readsLeadingZerosAsJavaDoesAndChecksWhatIsCalled() throws UnknownHostException {
    GuardedResolver resolver =
        new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, Guards.lettingThrough("")::allows);

    assertThat(resolver.resolve("0177.0.0.1")).containsExactly(InetAddress.ofLiteral("177.0.0.1"));
    assertThatThrownBy(() -> resolver.resolve("010.0.0.1"))
        .isInstanceOf(BlockedAddressException.class);
  }

  /** Digits and dots of other scripts become those of ASCII, and are looked at as such. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://①②⑦.0.0.1/",
        "https://１２７.０.０.１/",
        "https://127。0。0。1/",
        "https://ⓛocalhost/",
        "https://ｌｏｃａｌｈｏｓｔ/"
      })
  void readsOtherScriptsBeforeItResolves(String typed) {
    GuardedResolver resolver =
        new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, Guards.lettingThrough("")::allows);

    String host = URI.create(AsciiUrl.of(typed)).getHost();

    assertThat(host).isIn("127.0.0.1", "localhost");
    assertThatThrownBy(() -> resolver.resolve(host)).isInstanceOf(BlockedAddressException.class);
  }

  private OutboundClient client(Names names) {
    return new OutboundClient(Guards.lettingThrough("127.0.0.2/32"), 10, names);
  }

  private int status(OutboundClient client, String origin) {
    return status(client, origin, "/");
  }

  private int status(OutboundClient client, String origin, String path) {
    return client.begin(new HttpGet(url(origin) + path), answer -> answer.getCode()).join();
  }

  private String url(String origin) {
    return origin + ":" + allowed.getAddress().getPort();
  }

  private static HttpServer server(InetAddress address, int port, AtomicInteger count)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 10);
    server.createContext(
        "/",
        exchange -> {
          count.incrementAndGet();
          exchange.getResponseHeaders().add("Connection", "close");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void restore(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }
}
