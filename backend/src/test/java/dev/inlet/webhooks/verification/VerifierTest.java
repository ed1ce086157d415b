package dev.inlet.webhooks.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By vectors of the schemes' own documentation, or made with openssl after it. */
class VerifierTest {

  /** Of the Standard Webhooks specification's reference libraries. */
  private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String STANDARD_BODY = "{\"test\": 2432232314}";
  private static final Instant STANDARD_TIME = Instant.ofEpochSecond(1_614_265_330);
  private static final String STANDARD_SIGNATURE =
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  /** Of GitHub's "Validating webhook deliveries". */
  private static final String GITHUB_SECRET = "It's a Secret to Everybody";

  private static final String GITHUB_BODY = "Hello, World!";
  private static final String GITHUB_SIGNATURE =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  /** RFC 4231, test case 2, and RFC 2202's for SHA-1. */
  private static final String RFC_SECRET = "Jefe";

  private static final String RFC_BODY = "what do ya want for nothing?";

  private static final String STRIPE_SIGNATURE =
      "7656fc2882a7ca0a651666b36bf2f2f22ee204f54f608f227498a2419f2890b2";

  private static final String SHOPIFY_SIGNATURE = "xP02f1wlCxM/KJVfZiF3TMBIcVH2R36hhxiEfN2oo00=";

  private static final Instant NOW = Instant.parse("2026-05-26T14:30:00Z");

  @Test
  void takesWhatTheStandardWebhooksSpecificationSigns() {
    assertThat(refusal(standard(), STANDARD_SECRET, standardHeaders(), STANDARD_TIME)).isEmpty();
    assertThat(
            refusal(
                standard(),
                STANDARD_SECRET.substring("whsec_".length()),
                standardHeaders(),
                STANDARD_TIME))
        .isEmpty();
  }

  @Test
  void takesWhatGitHubSigns() {
    Map<String, List<String>> headers = Map.of("x-hub-signature-256", List.of(GITHUB_SIGNATURE));

    assertThat(judged(of(Scheme.GITHUB), GITHUB_SECRET, GITHUB_BODY, headers, NOW)).isEmpty();
  }

  /** Stripe documents the scheme and no vector: made by `openssl dgst -sha256 -hmac`. */
  @Test
  void takesWhatStripeSigns() {
    String signature = "v1=%s".formatted(STRIPE_SIGNATURE);
    Instant time = Instant.ofEpochSecond(1_492_774_577);

    for (String header :
        List.of(
            "t=1492774577," + signature,
            "t=1492774577,v1=00,%s,v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39"
                .formatted(signature),
            signature + ", t=1492774577")) {
      assertThat(stripe(header, time)).as(header).isEmpty();
    }
  }

  /**
   * Shopify documents the scheme and no vector: made by `openssl dgst -sha256 -hmac ... -binary`.
   */
  @Test
  void takesWhatShopifySigns() {
    Map<String, List<String>> headers = Map.of("x-shopify-hmac-sha256", List.of(SHOPIFY_SIGNATURE));

    assertThat(judged(of(Scheme.SHOPIFY), "hush-hush", "{\"id\":1}", headers, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1, HEX, , effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "SHA256, HEX, , 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "SHA256, HEX, v0=, v0=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
    "SHA256, BASE64, , W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=",
    "SHA512, BASE64, sha512:, sha512:Fkt6e/z4GeLjlfvnO1bgo4e9ZCIugx/WECcM1+olBVSXWL91wFqZSm0DT2X48Ob9yuqxo01Ka0tjbgcKOLznNw==",
  })
  void takesWhatTheRfcsSign(
      Algorithm algorithm, Encoding encoding, @Nullable String prefix, String value) {
    Verification verification =
        new Verification(Scheme.HMAC, "X-Signed", algorithm, encoding, prefix, null, List.of());

    assertThat(judged(verification, RFC_SECRET, RFC_BODY, header("X-Signed", value), NOW))
        .isEmpty();
    assertThat(judged(verification, RFC_SECRET, RFC_BODY + " ", header("X-Signed", value), NOW))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"-301, false", "-300, true", "300, true", "301, false"})
  void aTimeCountsForFiveMinutes(long seconds, boolean counts) {
    Instant then = STANDARD_TIME.plusSeconds(seconds);

    assertThat(refusal(standard(), STANDARD_SECRET, standardHeaders(), then).isEmpty())
        .isEqualTo(counts);
    assertThat(stripe("t=1492774577,v1=" + STRIPE_SIGNATURE, at(1_492_774_577 + seconds)).isEmpty())
        .isEqualTo(counts);
  }

  static Stream<Arguments> hostileHeaders() {
    return Stream.of(
        standard("webhook-id", List.of()),
        standard("webhook-id", List.of("")),
        standard("webhook-id", List.of("a", "a")),
        standard("webhook-id", List.of("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330")),
        standard("webhook-timestamp", List.of()),
        standard("webhook-timestamp", List.of("-1614265330")),
        standard("webhook-timestamp", List.of("1614265330.0")),
        standard("webhook-timestamp", List.of("16142653300000000000000000000")),
        standard("webhook-timestamp", List.of("1614265330", "1614265330")),
        standard("webhook-signature", List.of()),
        standard("webhook-signature", List.of("")),
        standard("webhook-signature", List.of("v1,")),
        standard("webhook-signature", List.of("v1")),
        standard("webhook-signature", List.of(STANDARD_SIGNATURE.replace("v1,", "v2,"))),
        standard("webhook-signature", List.of(STANDARD_SIGNATURE.replace("v1,", "v1a,"))),
        standard("webhook-signature", List.of(STANDARD_SIGNATURE, STANDARD_SIGNATURE)));
  }

  private static Arguments standard(String name, List<String> values) {
    return Arguments.of(name, values);
  }

  @ParameterizedTest
  @MethodSource("hostileHeaders")
  void whatIsMissingMalformedOrRepeatedIsNotVerified(String name, List<String> values) {
    Map<String, List<String>> headers = standardHeaders();
    headers.put(name, values);

    assertThat(refusal(standard(), STANDARD_SECRET, headers, STANDARD_TIME))
        .hasValueSatisfying(refusal -> assertThat(refusal.cause()).isEqualTo(Refusal.Cause.PROOF));
  }

  @Test
  void anyOfSeveralSignaturesIsEnough() {
    Map<String, List<String>> headers = standardHeaders();
    headers.put(
        "webhook-signature",
        List.of("v1,bm9uZQ== v1a,b3RoZXI= " + STANDARD_SIGNATURE + " v1,eA=="));

    assertThat(refusal(standard(), STANDARD_SECRET, headers, STANDARD_TIME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1492774577",
        "v1=@",
        "t=1492774577,v0=@",
        "t=1492774577,t=1492774577,v1=@",
        "t=,v1=@",
        "t=1492774577,v1",
        "t=1492774577,v1=",
        "t=1492774577;v1=@",
        "t=1492774578,v1=@",
      })
  void aHeaderOfStripesThatIsNoneIsNotVerified(String header) {
    assertThat(stripe(header.replace("@", STRIPE_SIGNATURE), at(1_492_774_577))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Basic YWxpY2U6b3BlbiBzZXNhbWU=, true",
    "basic YWxpY2U6b3BlbiBzZXNhbWU=, true",
    "Basic YWxpY2U6b3BlbiBzZXNhbWV4, false",
    "Basic b3BlbiBzZXNhbWU=, false",
    "Basic alice:open sesame, false",
    "Bearer YWxpY2U6b3BlbiBzZXNhbWU=, false",
    "Basic, false",
    "YWxpY2U6b3BlbiBzZXNhbWU=, false",
  })
  void userAndPasswordAreComparedTogether(String header, boolean counts) {
    Verification basic = new Verification(Scheme.BASIC, null, null, null, null, "alice", List.of());

    Optional<Refusal> refusal =
        judged(basic, basic.kept("open sesame"), "{}", header("Authorization", header), NOW);

    assertThat(refusal.isEmpty()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789, true",
    "012345678, false",
    "01234567890, false",
    "'', false",
    "012345678X, false"
  })
  void aSharedValueIsComparedWhole(String value, boolean counts) {
    Verification shared =
        new Verification(Scheme.HEADER, "X-Door", null, null, null, null, List.of());

    assertThat(judged(shared, "0123456789", "{}", header("x-door", value), NOW).isEmpty())
        .isEqualTo(counts);
  }

  @Test
  void aSecretThatWasReplacedCountsUntilItsTime() {
    Verification shared =
        new Verification(Scheme.HEADER, "X-Door", null, null, null, null, List.of());
    Verifier verifier =
        new Verifier(
            shared, List.of(new Secret("the new one", null), new Secret("the old one", NOW)));

    assertThat(verifier.refusal(sent("{}", header("X-Door", "the old one"), NOW.minusMillis(1))))
        .isEmpty();
    assertThat(verifier.refusal(sent("{}", header("X-Door", "the old one"), NOW))).isPresent();
    assertThat(verifier.refusal(sent("{}", header("X-Door", "the new one"), NOW))).isEmpty();
  }

  @Test
  void nothingIsLetThroughWhereNoSecretCanBeRead() {
    Map<String, List<String>> headers = Map.of("x-hub-signature-256", List.of(GITHUB_SIGNATURE));
    Sent sent = sent(GITHUB_BODY, headers, NOW);

    for (Verifier verifier :
        List.of(
            new Verifier(of(Scheme.GITHUB), null),
            new Verifier(of(Scheme.GITHUB), List.of()),
            new Verifier(of(Scheme.GITHUB), List.of(new Secret(GITHUB_SECRET, NOW))))) {
      assertThat(verifier.refusal(sent))
          .hasValueSatisfying(
              refusal -> assertThat(refusal.cause()).isEqualTo(Refusal.Cause.UNREADABLE_SECRET));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, true",
    "203.0.114.7, false",
    "2001:db8::1, true",
    "2001:db9::1, false",
    "::ffff:203.0.113.7, true",
    "198.51.100.1, true",
    "198.51.100.2, false",
    "unknown, false",
    "'', false",
  })
  void whereItComesFromIsOneOfTheNetworks(String source, boolean counts) {
    Verification networks =
        new Verification(
            Scheme.NONE,
            null,
            null,
            null,
            null,
            null,
            List.of("203.0.113.0/24", "2001:db8::/32", "198.51.100.1"));

    assertThat(new Verifier(networks, List.of()).refusalOfSource(source).isEmpty())
        .isEqualTo(counts);
    assertThat(Verifier.OPEN.refusalOfSource(source)).isEmpty();
  }

  @Test
  void headersThatProveOrHoldASecretAreKnown() {
    Verification shared =
        new Verification(Scheme.HEADER, "X-Door", null, null, null, null, List.of());
    Verifier verifier = new Verifier(shared, List.of(new Secret("0123456789", null)));

    assertThat(verifier.isSecret("x-DOOR", List.of("anything"))).isTrue();
    assertThat(verifier.isSecret("X-Gate", List.of("a", " 0123456789 "))).isTrue();
    assertThat(verifier.isSecret("X-Gate", List.of("a"))).isFalse();
  }

  @Test
  void noTextTellsASecret() {
    Secret secret = new Secret("0123456789", null);
    Verification shared =
        new Verification(Scheme.HEADER, "X-Door", null, null, null, null, List.of());
    Verifier verifier = new Verifier(shared, List.of(secret));

    assertThat(secret.toString() + verifier + verifier.refusal(sent("{}", Map.of(), NOW)))
        .doesNotContain(secret.value());
  }

  private static Verification of(Scheme scheme) {
    return new Verification(scheme, null, null, null, null, null, List.of());
  }

  private static Verification standard() {
    return of(Scheme.STANDARD_WEBHOOKS);
  }

  private static Map<String, List<String>> standardHeaders() {
    return new HashMap<>(
        Map.of(
            "webhook-id", List.of("msg_p5jXN8AQM9LWM0D4loKWxJek"),
            "webhook-timestamp", List.of("1614265330"),
            "webhook-signature", List.of(STANDARD_SIGNATURE)));
  }

  private static Optional<Refusal> refusal(
      Verification verification, String secret, Map<String, List<String>> headers, Instant at) {
    return judged(verification, secret, STANDARD_BODY, headers, at);
  }

  private static Optional<Refusal> stripe(String header, Instant at) {
    return judged(
        of(Scheme.STRIPE),
        "whsec_test",
        "{\"id\":\"evt_1\"}",
        header("stripe-signature", header),
        at);
  }

  private static Instant at(long seconds) {
    return Instant.EPOCH.plus(Duration.ofSeconds(seconds));
  }

  private static Map<String, List<String>> header(String name, String value) {
    return Map.of(name.toLowerCase(Locale.ROOT), List.of(value));
  }

  private static Optional<Refusal> judged(
      Verification verification,
      String secret,
      String body,
      Map<String, List<String>> headers,
      Instant at) {
    return new Verifier(verification, List.of(new Secret(secret, null)))
        .refusal(sent(body, headers, at));
  }

  private static Sent sent(String body, Map<String, List<String>> headers, Instant at) {
    return new Sent(
        body.getBytes(StandardCharsets.UTF_8),
        name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()),
        at);
  }
}
