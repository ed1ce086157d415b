package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.People.Someone;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Guessing, and those who are not to suffer from it. */
class SignInApiTest {

  private static final int FREE_ATTEMPTS = 10;

  // One of its own: what strangers do counts for an address, and all tests have the same.
  private static final TestInlet INLET =
      TestInlet.start(Map.of("inlet.trusted-proxies", "127.0.0.0/8,::1/128"));
  private final Api api = new Api(INLET);
  private final Someone victim = People.someone(INLET);

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @Test
  void slowsDownGuessingAtOneAccountFromManyAddresses() {
    for (int i = 0; i < FREE_ATTEMPTS; i++) {
      assertThat(login(victim.email(), "wrong", "198.51.100." + i, null).statusCode())
          .isEqualTo(401);
    }

    HttpResponse<String> slowed = login(victim.email(), People.PASSWORD, "198.51.100.99", null);

    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(slowed.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 15 * 60);
  }

  @Test
  void slowsDownGuessingAtAnUnknownAddressAlike() {
    String unknown = UUID.randomUUID() + "@example.org";
    for (int i = 0; i < FREE_ATTEMPTS; i++) {
      assertThat(login(unknown, "wrong", "198.51.100." + i, null).statusCode()).isEqualTo(401);
    }

    assertThat(login(unknown, "wrong", "198.51.100.99", null).statusCode()).isEqualTo(429);
  }

  @Test
  void slowsDownGuessingAtManyAccountsFromOneAddress() {
    int tried = 0;
    int status = 401;
    while (status == 401 && tried < 60) {
      status = login(UUID.randomUUID() + "@example.org", "wrong", "203.0.113.5", null).statusCode();
      tried++;
    }

    assertThat(status).isEqualTo(429);
    assertThat(tried).isEqualTo(51);
  }

  @Test
  void letsManyPeopleOfOneAddressSignIn() {
    for (int i = 0; i < 60; i++) {
      assertThat(login(victim.email(), People.PASSWORD, "203.0.113.77", null).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void letsAKnownDeviceInWhateverStrangersDo() {
    String device = device(login(victim.email(), People.PASSWORD, "192.0.2.1", null));
    for (int i = 0; i <= FREE_ATTEMPTS; i++) {
      login(victim.email(), "wrong", "198.51.100." + i, null);
    }

    assertThat(login(victim.email(), People.PASSWORD, "198.51.100.1", null).statusCode())
        .isEqualTo(429);
    assertThat(login(victim.email(), People.PASSWORD, "192.0.2.1", device).statusCode())
        .isEqualTo(200);
  }

  @Test
  void slowsDownADeviceThatGuesses() {
    String device = device(login(victim.email(), People.PASSWORD, "192.0.2.1", null));
    for (int i = 0; i < FREE_ATTEMPTS; i++) {
      login(victim.email(), "wrong", "192.0.2." + i, device);
    }

    assertThat(login(victim.email(), People.PASSWORD, "192.0.2.1", device).statusCode())
        .isEqualTo(429);
  }

  @Test
  void countsAllDevicesOfAUserAsOne() {
    String one = device(login(victim.email(), People.PASSWORD, "192.0.2.1", null));
    String other = device(login(victim.email(), People.PASSWORD, "192.0.2.2", null));
    for (int i = 0; i < FREE_ATTEMPTS; i++) {
      login(victim.email(), "wrong", "192.0.2." + i, i % 2 == 0 ? one : other);
    }

    assertThat(login(victim.email(), People.PASSWORD, "192.0.2.1", other).statusCode())
        .isEqualTo(429);
  }

  @Test
  void letsNobodyWaitForWhoeverSignsInManyTimesAtOnce() {
    Someone attacker = People.someone(INLET);
    List<CompletableFuture<Integer>> many =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            login(attacker.email(), People.PASSWORD, "198.51.100." + i, null)
                                .statusCode()))
            .toList();

    int other = login(victim.email(), People.PASSWORD, "192.0.2.9", null).statusCode();

    assertThat(many.stream().map(CompletableFuture::join)).containsOnly(200, 429);
    assertThat(other).isEqualTo(200);
  }

  @Test
  void letsAKnownDeviceInWhileStrangersTryManyAtOnce() {
    String device = device(login(victim.email(), People.PASSWORD, "192.0.2.1", null));
    List<CompletableFuture<Integer>> many =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> login(victim.email(), "wrong", "198.51.100." + i, null).statusCode()))
            .toList();

    int known = login(victim.email(), People.PASSWORD, "192.0.2.1", device).statusCode();

    assertThat(many.stream().map(CompletableFuture::join)).containsOnly(401, 429);
    assertThat(known).isEqualTo(200);
  }

  @Test
  void aDeviceOfAnotherUserIsAStranger() {
    Someone attacker = People.someone(INLET);
    String device = device(login(attacker.email(), People.PASSWORD, "192.0.2.1", null));
    for (int i = 0; i < FREE_ATTEMPTS; i++) {
      login(victim.email(), "wrong", "198.51.100." + i, device);
    }

    assertThat(login(victim.email(), "wrong", "198.51.100.99", device).statusCode()).isEqualTo(429);
  }

  @Test
  void takesAsLongForAnUnknownUser() {
    long known = medianMillis(victim.email());
    long unknown = medianMillis("nobody-" + UUID.randomUUID() + "@example.org");

    // Comparing a password takes tens of milliseconds; not comparing takes one or two.
    assertThat(unknown).isGreaterThan(known / 3);
  }

  @Test
  void tellsWhoeverOwnsTheOrganizationOfRefusedSignIns() {
    Tenant tenant = Tenant.in(INLET);
    login(tenant.email(), "wrong", "198.51.100.7", null);

    var event = Tenant.json(tenant.get("/audit-events?action=SIGN_IN_REFUSED")).at("/items/0");

    assertThat(event.get("actorKind").asText()).isEqualTo("STRANGER");
    assertThat(event.get("targetName").asText()).isEqualTo(tenant.email());
    assertThat(event.get("sourceAddress").asText()).isEqualTo("198.51.100.7");
  }

  private long medianMillis(String email) {
    long[] times =
        LongStream.range(0, 9)
            .map(
                i -> {
                  long start = System.nanoTime();
                  login(email, "wrong", "198.51.100." + i, null);
                  return (System.nanoTime() - start) / 1_000_000;
                })
            .sorted()
            .toArray();
    return times[times.length / 2];
  }

  private HttpResponse<String> login(
      String email, String password, String address, @Nullable String device) {
    ObjectNode body = Tenant.JSON.createObjectNode().put("email", email).put("password", password);
    var request =
        api.request("POST", "/api/auth/login", "", body).header("X-Forwarded-For", address);
    if (device != null) {
      request.header("Cookie", "__Secure-inlet_device=" + device);
    }
    return Tenant.send(request);
  }

  private static String device(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Secure-inlet_device="))
        .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
