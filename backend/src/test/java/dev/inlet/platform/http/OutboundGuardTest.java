package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

  private final OutboundGuard guard = Guards.lettingThrough("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "0.255.255.255",
        "10.255.255.255",
        "100.127.255.255",
        "168.63.129.16",
        "169.254.170.2",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.0.255",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "::8.8.8.8",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1:ffff::8.8.8.8",
        "200::1",
        "1fff:ffff::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2002:c000:204::1",
        "2002:808:808::1",
        "4000::1",
        "8000::1",
        "fe00::1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1"
      })
  void refusesAddressesThatAreNotPublic(String address) {

    assertThat(guard.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "1.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "192.0.1.0",
        "2001:200::1",
        "2003::1",
        "3ffe:ffff::1",
        "2606:4700::1111",
        "2a00:1450::1",
        "2001:4860:4860::8888",
        "2620:fe::fe"
      })
  void allowsPublicAddresses(String address) {
    assertThat(guard.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void looksThroughTheFormsThatHideAnAddress() throws UnknownHostException {
    byte[] mapped = InetAddress.ofLiteral("::1").getAddress();
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 8;
    InetAddress asIpv6 = Inet6Address.getByAddress(null, mapped, -1);
    InetAddress scoped =
        Inet6Address.getByAddress(null, InetAddress.ofLiteral("fe80::1").getAddress(), 1);

    assertThat(asIpv6).isInstanceOf(Inet6Address.class);
    assertThat(guard.allows(asIpv6)).isFalse();
    assertThat(guard.allows(scoped)).isFalse();
  }

  @Test
  void allowsWhatTheDeploymentNamesAndNothingBesideIt() {
    OutboundGuard house = Guards.lettingThrough("10.1.0.0/16,::1/128");

    assertThat(house.allows(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(house.allows(InetAddress.ofLiteral("::1"))).isTrue();
    assertThat(house.allows(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(house.allows(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }

  @Test
  void letsPublicAddressesThroughOnlyIfTheyAreNamed() {
    OutboundGuard house = Guards.lettingThrough("10.1.0.0/16,8.8.8.8");

    assertThat(house.isLetThrough(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
    assertThat(house.isLetThrough(InetAddress.ofLiteral("1.1.1.1"))).isFalse();
  }

  @Test
  void knowsWhetherAnythingIsLetThrough() {
    assertThat(guard.letsAnythingThrough()).isFalse();
    assertThat(Guards.lettingThrough("10.0.0.0/8").letsAnythingThrough()).isTrue();
  }
}
