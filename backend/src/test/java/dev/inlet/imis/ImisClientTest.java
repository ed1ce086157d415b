package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.ReceivedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImisClientTest extends ImisTestBase {

  @Test
  void insertsARecord() throws ImisException {
    ImisClient.Inserted inserted = insert(client());

    assertThat(inserted.identity()).isEqualTo("10001");
    assertThat(inserted.answer().status()).isEqualTo(201);
    assertThat(IMIS.activities())
        .singleElement()
        .satisfies(row -> assertThat(row).contains(entry("ACTIVITY_TYPE", "TEST")));
  }

  @Test
  void sendsTheBodyAsItIs() throws ImisException {
    insert(client());

    ReceivedRequest request = IMIS.requests().getLast();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/api/Activity");
    assertThat(request.body()).isEqualTo(new String(ACTIVITY, StandardCharsets.UTF_8));
    assertThat(request.headers().get("Content-Type"))
        .containsExactly("application/json; charset=UTF-8");
  }

  @Test
  void asksForNoCompressedAnswerToARecord() throws ImisException {
    insert(client());

    assertThat(IMIS.requests().getLast().headers().get("Accept-Encoding"))
        .containsExactly("identity");
  }

  @Test
  void sendsUserAndPasswordAsAForm() throws ImisException {
    insert(client());

    ReceivedRequest request = IMIS.requests().getFirst();
    assertThat(request.path()).isEqualTo("/token");
    assertThat(request.body())
        .isEqualTo("grant_type=password&username=demo&password=demo%26100%25%3Dok");
  }

  @Test
  void encodesCharactersOfEveryKindInAPassword() {
    String password = "a&b+c%d=e f/é€😀\"'";
    ImisAccount account = new ImisAccount(IMIS.baseUrl(), "ü+&=", password, 1);

    failure(client(account));

    assertThat(
            java.net.URLDecoder.decode(
                IMIS.requests().getFirst().body().replace("&password=", " password: "),
                StandardCharsets.UTF_8))
        .isEqualTo("grant_type=password&username=ü+&= password: " + password);
  }

  @Test
  void callsAnImisBelowAPath() throws ImisException {
    URI below = URI.create(IMIS.baseUrl() + "/Asi.Scheduler_Demo");

    insert(client(account(below)));

    assertThat(IMIS.requests())
        .extracting(ReceivedRequest::path)
        .containsExactly("/Asi.Scheduler_Demo/token", "/Asi.Scheduler_Demo/api/Activity");
  }

  @Test
  void takesAnEmptyAnswerForAWrittenRecord() throws ImisException {
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 201, Body.EMPTY)));

    ImisClient.Inserted inserted = insert(client());

    assertThat(inserted.identity()).isNull();
  }

  @Test
  void testsAConnectionByReadingAContact() {
    ImisClient client = client();

    assertThatCode(() -> client.test(soon())).doesNotThrowAnyException();

    assertThat(IMIS.requests().getLast().path()).isEqualTo("/api/Party?limit=1");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void findsInATestThatImisIsNotAvailable(int status) {
    IMIS.set(s -> s.withFault(Fault.answer(Part.API, status, Body.HTML)));

    assertThat(testFailure()).isEqualTo(ImisFailure.UNAVAILABLE);
  }

  @Test
  void findsInATestThatAnAnswerIsNotOfImis() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.API, 200, Body.HTML)));

    assertThat(testFailure()).isEqualTo(ImisFailure.NOT_IMIS);
  }

  @Test
  void findsInATestThatTheRoleIsMissing() {
    IMIS.set(s -> s.withRemoteServiceRole(false));

    assertThat(testFailure()).isEqualTo(ImisFailure.NOT_PERMITTED);
  }

  @Test
  void neverSaysOfATestThatARecordMayBeThere() {
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ)));

    assertThat(testFailure()).isEqualTo(ImisFailure.UNREACHABLE);
  }

  @Test
  void showsNoPassword() {
    assertThat(account(IMIS.baseUrl()).toString()).doesNotContain("demo");
  }

  private ImisFailure testFailure() {
    ImisClient client = client();
    try {
      client.test(soon());
      throw new AssertionError("the test succeeded");
    } catch (ImisException e) {
      return e.failure();
    }
  }
}
