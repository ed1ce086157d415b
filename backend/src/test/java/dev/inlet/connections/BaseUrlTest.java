package dev.inlet.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.http.Guards;
import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.problem.ProblemException;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  private static final OutboundGuard CLOUD = Guards.lettingThrough("");
  private static final OutboundGuard HOUSE = Guards.lettingThrough("10.0.0.0/8");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://org.imiscloud.com                  | https://org.imiscloud.com",
        "'  https://org.imiscloud.com/  '           | https://org.imiscloud.com",
        "HTTPS://Org.imisCloud.COM//                | https://org.imiscloud.com",
        "https://org.imiscloud.com/api              | https://org.imiscloud.com",
        "https://org.imiscloud.com/API/             | https://org.imiscloud.com",
        "https://org.imiscloud.com/token            | https://org.imiscloud.com",
        "https://host/Asi.Scheduler_Demo            | https://host/Asi.Scheduler_Demo",
        "https://host/Asi.Scheduler_Demo/api/       | https://host/Asi.Scheduler_Demo",
        "https://host/Asi.Scheduler_Demo//api       | https://host/Asi.Scheduler_Demo",
        "https://host:8443/x/                       | https://host:8443/x",
        "https://host:65535                         | https://host:65535",
        "https://host/myapi                         | https://host/myapi",
        "https://[2606:4700::1111]/x                | https://[2606:4700::1111]/x",
        "https://münchen.example/x                  | https://xn--mnchen-3ya.example/x",
        "https://host/übung                         | https://host/%C3%BCbung",
        "https://host/a%20b                         | https://host/a%20b",
      })
  void readsAddressesAsPeopleTypeThem(String typed, String read) {
    assertThat(BaseUrl.parse(typed, CLOUD)).isEqualTo(URI.create(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | The address must begin with https://.",
        "org.imiscloud.com           | The address must begin with https://.",
        "org.imiscloud.com:443/x     | The address must begin with https://.",
        "http://org.imiscloud.com    | The address must begin with https://.",
        "ftp://org.imiscloud.com     | The address must begin with https://.",
        "file:///etc/passwd          | The address must begin with https://.",
        "javascript:alert(1)         | The address must begin with https://.",
        "https:org.imiscloud.com     | The address names no server, such as org.imiscloud.com.",
        "https:///x                  | The address names no server, such as org.imiscloud.com.",
        "https://my_host/x           | The address names no server, such as org.imiscloud.com.",
        "https://0x7f.1/             | The address names no server, such as org.imiscloud.com.",
        "https://127.1/              | The address names no server, such as org.imiscloud.com.",
        "https://host:0              | The port is a number from 1 to 65535.",
        "https://host:65536          | The port is a number from 1 to 65535.",
        "https://host/?x=1           | The address must end with the server's name or a path: no user, no ?, no #.",
        "https://host/#x             | The address must end with the server's name or a path: no user, no ?, no #.",
        "https://me:secret@host/     | The address must end with the server's name or a path: no user, no ?, no #.",
        "https://ü@host/             | The address must end with the server's name or a path: no user, no ?, no #.",
        "https://                    | This is not a web address, such as https://org.imiscloud.com.",
        "https://ho st/              | This is not a web address, such as https://org.imiscloud.com.",
        "https://host\\@evil.example | This is not a web address, such as https://org.imiscloud.com.",
        "https://host/a b            | This is not a web address, such as https://org.imiscloud.com.",
      })
  void saysWhatIsWrongWithOthers(String typed, String sentence) {
    assertThatThrownBy(() -> BaseUrl.parse(typed, CLOUD))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a\nb/", "https://host/\r\nX: y", "https://host/\0"})
  void refusesControlCharacters(String typed) {
    assertThatThrownBy(() -> BaseUrl.parse(typed, CLOUD)).isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesWhatIsTooLong() {
    String typed = "https://host/" + "x".repeat(500);

    assertThatThrownBy(() -> BaseUrl.parse(typed, CLOUD)).isInstanceOf(ProblemException.class);
  }

  @Test
  void takesAnAddressWithoutTlsWhereTheDeploymentHasAnImisInTheHouse() {
    URI read = BaseUrl.parse("http://imis.example:8081/", HOUSE);

    assertThat(read).isEqualTo(URI.create("http://imis.example:8081"));
  }

  @Property
  void readsOrRefusesAnything(@ForAll String text) {
    try {
      URI read = BaseUrl.parse("https://" + text, CLOUD);

      assertThat(read.getHost()).isNotEmpty();
      assertThat(read.toString()).isASCII().doesNotContain("?", "#", "@").doesNotEndWith("/");
    } catch (ProblemException e) {
      assertThat(e).message().endsWith(".");
    }
  }
}
