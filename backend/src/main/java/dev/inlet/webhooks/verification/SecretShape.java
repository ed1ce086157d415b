package dev.inlet.webhooks.verification;

import java.util.Optional;
import java.util.regex.Pattern;

/** What can be a secret: whoever may choose one is kept from a word, and from what HTTP changes. */
public final class SecretShape {

  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{8,500}");
  private static final Pattern HEADER_VALUE =
      Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{6,498}[\\x21-\\x7e]");
  private static final int KEY_BYTES_MIN = 16;
  private static final int KEY_BYTES_MAX = 128;

  private SecretShape() {}

  /** Why a text is no secret of a scheme; empty if it is one. Quotes nothing. */
  public static Optional<String> error(Scheme scheme, String secret) {
    return switch (scheme) {
      case NONE -> Optional.of("Without a kind of proof there is no secret.");
      case STANDARD_WEBHOOKS ->
          isKey(secret)
              ? Optional.empty()
              : Optional.of("The secret begins with whsec_ and goes on in Base64; copy all of it.");
      case HEADER ->
          HEADER_VALUE.matcher(secret).matches()
              ? Optional.empty()
              : Optional.of("The value has 8 to 500 characters of ASCII.");
      case STRIPE, GITHUB, SHOPIFY, HMAC, BASIC ->
          TEXT.matcher(secret).matches()
              ? Optional.empty()
              : Optional.of("A secret has 8 to 500 characters.");
    };
  }

  private static boolean isKey(String secret) {
    try {
      int bytes = StandardSignature.key(secret).length;
      return bytes >= KEY_BYTES_MIN && bytes <= KEY_BYTES_MAX;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
