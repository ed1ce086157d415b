package dev.inlet.webhooks.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever is changed of what was signed, or of its signature, is noticed. */
class VerifierPropertyTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final byte[] HEAD = "msg_1.1700000000.".getBytes(StandardCharsets.UTF_8);

  enum Signer {
    STANDARD_WEBHOOKS,
    STRIPE,
    GITHUB,
    SHOPIFY
  }

  private static Map<String, String> signed(Signer signer, byte[] body) {
    byte[] key = SECRET.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    switch (signer) {
      case STANDARD_WEBHOOKS -> {
        byte[] made = Macs.sign(Algorithm.SHA256, StandardSignature.key(SECRET), HEAD, body);
        headers.put("webhook-id", "msg_1");
        headers.put("webhook-timestamp", "1700000000");
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(made));
      }
      case STRIPE -> {
        byte[] time = "1700000000.".getBytes(StandardCharsets.UTF_8);
        byte[] made = Macs.sign(Algorithm.SHA256, key, time, body);
        headers.put("stripe-signature", "t=1700000000,v1=" + HexFormat.of().formatHex(made));
      }
      case GITHUB ->
          headers.put(
              "x-hub-signature-256",
              "sha256=" + HexFormat.of().formatHex(Macs.sign(Algorithm.SHA256, key, body)));
      case SHOPIFY ->
          headers.put(
              "x-shopify-hmac-sha256",
              Base64.getEncoder().encodeToString(Macs.sign(Algorithm.SHA256, key, body)));
    }
    return headers;
  }

  private static boolean isVerified(Signer signer, byte[] body, Map<String, String> headers) {
    Verification verification =
        new Verification(Scheme.valueOf(signer.name()), null, null, null, null, null, List.of());
    Sent sent =
        new Sent(
            body,
            name -> {
              String value = headers.get(name.toLowerCase(Locale.ROOT));
              return value == null ? List.of() : List.of(value);
            },
            NOW);
    return new Verifier(verification, List.of(new Secret(SECRET, null))).refusal(sent).isEmpty();
  }

  @Property
  void whatWasSignedIsVerified(@ForAll Signer signer, @ForAll byte[] body) {
    assertThat(isVerified(signer, body, signed(signer, body))).isTrue();
  }

  @Property
  void oneOtherByteOfTheBodyIsRefused(
      @ForAll Signer signer,
      @ForAll @Size(min = 1) byte[] body,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    Map<String, String> headers = signed(signer, body);
    byte[] changed = body.clone();
    changed[place % body.length] ^= (byte) change;

    assertThat(isVerified(signer, changed, headers)).isFalse();
  }

  @Property
  void aLongerOrShorterBodyIsRefused(
      @ForAll Signer signer, @ForAll @Size(min = 1) byte[] body, @ForAll byte added) {
    Map<String, String> headers = signed(signer, body);
    byte[] longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = added;

    assertThat(isVerified(signer, longer, headers)).isFalse();
    assertThat(isVerified(signer, Arrays.copyOf(body, body.length - 1), headers)).isFalse();
  }

  /** Hex may be written in either case, and blanks around what is listed count for nothing. */
  @Property
  void oneOtherCharacterOfAHeaderIsRefused(
      @ForAll Signer signer,
      @ForAll @IntRange(max = 10_000) int header,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 0x21, max = 0x7e) int other) {
    byte[] body = "{\"name\":\"Homer\"}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = signed(signer, body);
    String name = headers.keySet().stream().sorted().toList().get(header % headers.size());
    StringBuilder value = new StringBuilder(headers.get(name));
    int at = place % value.length();
    boolean isHex = signer == Signer.STRIPE || signer == Signer.GITHUB;
    boolean isSame = other == value.charAt(at);
    boolean isSameLetter = Character.toLowerCase(other) == Character.toLowerCase(value.charAt(at));
    Assume.that(isHex ? !isSameLetter : !isSame);
    value.setCharAt(at, (char) other);
    headers.put(name, value.toString());

    assertThat(isVerified(signer, body, headers)).isFalse();
  }

  @Property
  void anyHeadersAtAllAreJudged(
      @ForAll Signer signer, @ForAll @StringLength(max = 200) String value) {
    Map<String, String> headers = new HashMap<>();
    signed(signer, new byte[0]).keySet().forEach(name -> headers.put(name, value));

    assertThat(isVerified(signer, new byte[0], headers)).isFalse();
  }
}
