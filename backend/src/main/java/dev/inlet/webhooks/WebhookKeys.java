package dev.inlet.webhooks;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secret part of an open URL: 160 random bits. */
final class WebhookKeys {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private WebhookKeys() {}

  static String next() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text could be a key at all; what could not is not worth a look-up. */
  static boolean hasShape(String text) {
    return SHAPE.matcher(text).matches();
  }
}
