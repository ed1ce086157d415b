package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenConnectionsTest {

  private static final InetAddress ONE = InetAddress.ofLiteral("198.51.100.7");
  private static final InetAddress OTHER = InetAddress.ofLiteral("2001:db8::7");

  private final OpenConnections open =
      new OpenConnections(
          new ConnectionConfiguration(10, 3, 1, 1),
          new NetworkConfiguration("", "10.0.0.0/8,2001:db8:0:9::1/128"));

  @Test
  void letsAnAddressOpenNoMoreThanItsOwn() {
    assertThat(opened(ONE, 10)).isEqualTo(3);
    assertThat(opened(OTHER, 10)).isEqualTo(3);
  }

  @Test
  void countsAllOfASubnetOfIpv6AsOne() {
    assertThat(opened(InetAddress.ofLiteral("2001:db8:0:1::7"), 2)).isEqualTo(2);
    assertThat(opened(InetAddress.ofLiteral("2001:db8:0:1:ffff::8"), 2)).isEqualTo(1);
    assertThat(opened(InetAddress.ofLiteral("2001:db8:0:2::7"), 2)).isEqualTo(2);

    open.close(InetAddress.ofLiteral("2001:db8:0:1::7"));

    assertThat(opened(InetAddress.ofLiteral("2001:db8:0:1::9"), 2)).isEqualTo(1);
  }

  @Test
  void letsOneMoreComeWhenOneHasGone() {
    opened(ONE, 3);
    open.close(ONE);

    assertThat(opened(ONE, 10)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "::1"})
  void countsProxiesAndThisMachineAmongAllAlone(String address) {
    assertThat(opened(InetAddress.ofLiteral(address), 20)).isEqualTo(10);
  }

  @Test
  void theEndOfAProxysConnectionIsNoneOfItsNeighbours() {
    InetAddress proxy = InetAddress.ofLiteral("2001:db8:0:9::1");
    opened(proxy, 2);
    opened(InetAddress.ofLiteral("2001:db8:0:9::2"), 3);

    open.close(proxy);

    assertThat(opened(InetAddress.ofLiteral("2001:db8:0:9::3"), 1)).isZero();
  }

  @Test
  void letsNobodyInBeyondAll() {
    opened(InetAddress.ofLiteral("10.1.2.3"), 10);

    assertThat(open.open(ONE)).isFalse();
    open.close(InetAddress.ofLiteral("10.1.2.3"));
    assertThat(open.open(ONE)).isTrue();
  }

  private long opened(InetAddress address, int tries) {
    return IntStream.range(0, tries).filter(i -> open.open(address)).count();
  }
}
