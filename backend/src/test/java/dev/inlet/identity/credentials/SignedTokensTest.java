package dev.inlet.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.inlet.identity.credentials.AccessTokens.Grant;
import dev.inlet.platform.ConfigurationException;
import dev.inlet.platform.tenancy.UserId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedTokensTest {

  private static final String OLD = "the old key which has thirty-two characters";
  private static final String NEW = "the new key which has more than that as well";
  private static final Grant GRANT = new Grant(new UserId(UUID.randomUUID()), UUID.randomUUID());

  @Test
  void signsWithTheFirstKeyAndNamesIt() throws ParseException {
    String before = tokens(OLD).sign(GRANT);
    String after = tokens(NEW + "," + OLD).sign(GRANT);

    assertThat(keyId(before)).isNotEqualTo(keyId(after));
    assertThat(tokens(NEW).verify(after)).contains(GRANT);
  }

  @Test
  void verifiesWithEveryConfiguredKeySoThatOneCanBeReplaced() {
    String before = tokens(OLD).sign(GRANT);

    assertThat(tokens(NEW + ", " + OLD).verify(before)).contains(GRANT);
    assertThat(tokens(NEW).verify(before)).isEmpty();
  }

  @Test
  void takesNoTokenOfAnotherKind() {
    SignedTokens tokens = signed(OLD, Clock.systemUTC());
    DeviceTokens devices = new DeviceTokens(tokens);

    assertThat(new AccessTokens(tokens).verify(devices.next(GRANT.user()))).isEmpty();
    assertThat(devices.isDeviceOf(GRANT.user(), tokens(OLD).sign(GRANT))).isFalse();
    assertThat(devices.isDeviceOf(GRANT.user(), devices.next(GRANT.user()))).isTrue();
    assertThat(devices.isDeviceOf(new UserId(UUID.randomUUID()), devices.next(GRANT.user())))
        .isFalse();
  }

  @Test
  void takesNoTokenThatHasExpired() {
    Instant past = Instant.now().minus(AccessTokens.LIFE).minus(Duration.ofSeconds(10));
    String expired = new AccessTokens(signed(OLD, Clock.fixed(past, ZoneOffset.UTC))).sign(GRANT);

    assertThat(tokens(OLD).verify(expired)).isEmpty();
  }

  @Test
  void refusesAKeyThatIsTooShortEvenBesideALongOne() {
    assertThatThrownBy(() -> tokens(OLD + ",short")).isInstanceOf(ConfigurationException.class);
  }

  private static AccessTokens tokens(String keys) {
    return new AccessTokens(signed(keys, Clock.systemUTC()));
  }

  private static SignedTokens signed(String keys, Clock clock) {
    return new SignedTokens(new TokenConfiguration(keys), clock);
  }

  private static String keyId(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }
}
