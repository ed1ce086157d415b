package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, 9.255.255.255, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.168.1.128/25, 192.168.1.127, false",
    "192.168.1.128/25, 192.168.1.128, true",
    "10.1.2.3/8, 10.9.9.9, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 10.1.2.3, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "::1/128, ::1, true",
    "::1/128, ::2, false",
    "' 10.0.0.0/8 ', 10.0.0.1, true",
    "10.0.0.0/8, ::ffff:10.0.0.1, true"
  })
  void containsTheAddressesOfItsPrefix(String network, String address, boolean isWithin) {
    boolean contains = Network.parse(network).contains(InetAddress.ofLiteral(address));

    assertThat(contains).isEqualTo(isWithin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10",
        "10/8",
        "10.0/16",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "10.0.0.0/ 8",
        "10.0.0.0 /8",
        "10.0.0.256",
        "010.0.0.0.0",
        "fd00::/129",
        "fd00::/9999999999",
        "fd00:::/8",
        "localhost",
        "localhost/8",
        "example.org",
        "*",
        "10.0.0.0/٨",
        "10.0.0.0/8,11.0.0.0/8",
        "2130706433",
        "0x7f000001"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> Network.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a network: \"%s\"", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , ,"})
  void readsABlankListAsNone(String text) {
    List<Network> networks = Network.parseList(text);

    assertThat(networks).isEmpty();
  }

  @Test
  void readsAList() {
    List<Network> networks = Network.parseList("10.0.0.0/8, ::1/128,");

    assertThat(networks).hasSize(2);
  }

  @Test
  void refusesAListWithOneMistake() {
    assertThatThrownBy(() -> Network.parseList("10.0.0.0/8,10"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
