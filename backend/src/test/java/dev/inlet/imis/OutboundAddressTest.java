package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.inlet.platform.http.Guards;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the client goes, and where it does not. */
class OutboundAddressTest extends ImisTestBase {

  private static final ImisHttp PUBLIC_ONLY = new ImisHttp(Guards.lettingThrough(""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "0",
        "[::]",
        "169.254.169.254",
        "10.0.0.1",
        "192.168.0.1",
        "[::ffff:127.0.0.1]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "[64:ff9b::7f00:1]",
        "LOCALHOST"
      })
  void refusesAddressesThatAreNotPublic(String host) {
    for (String scheme : new String[] {"http", "https"}) {
      URI url = URI.create("%s://%s:%d".formatted(scheme, host, IMIS.baseUrl().getPort()));

      ImisException thrown = failure(client(account(url), PUBLIC_ONLY));

      assertThat(thrown.failure()).as(url.toString()).isEqualTo(ImisFailure.ADDRESS_NOT_ALLOWED);
    }
    assertThat(IMIS.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "localhost.",
        "①②⑦.0.0.1"
      })
  void refusesEverySpellingOfThem(String host) {
    URI url = URI.create("https://%s:%d".formatted(host, IMIS.baseUrl().getPort()));
    if (url.getHost() == null) {
      return; // not even an address that BaseUrl lets in
    }

    ImisException thrown = failure(client(account(url), PUBLIC_ONLY));

    assertThat(thrown.failure()).isIn(ImisFailure.ADDRESS_NOT_ALLOWED, ImisFailure.UNREACHABLE);
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void goesWhereTheDeploymentLetsItThrough() throws ImisException {
    insert(client());

    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void goesNowhereWithoutTlsThatTheDeploymentDoesNotName() {
    ImisHttp house = new ImisHttp(Guards.lettingThrough("10.0.0.0/8"));

    ImisException thrown = failure(client(account(URI.create("http://8.8.8.8")), house));

    assertThat(thrown.failure()).isEqualTo(ImisFailure.ADDRESS_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws IOException, ImisException {
    ImisClient client = client();
    insert(client);
    IMIS.set(
        s ->
            s.withFault(
                Fault.answer(Part.INSERT, status, Body.EMPTY)
                    .withHeader("Location", IMIS.baseUrl() + "/api/Party")));

    ImisException thrown = failure(client);

    assertThat(thrown.failure()).isEqualTo(ImisFailure.NOT_IMIS);
    assertThat(inserts()).isEqualTo(2);
  }
}
