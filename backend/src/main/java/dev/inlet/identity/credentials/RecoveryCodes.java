package dev.inlet.identity.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codes for whoever lost their authenticator app: each is good once. */
public final class RecoveryCodes {

  private static final int COUNT = 10;
  private static final int LENGTH = 16;

  /** Without what is mistaken for something else on paper. 16 of these are more than 77 bits. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  /** New codes, as they are shown: four groups of four. */
  public static List<String> next() {
    return Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
  }

  /** Whether a text has the length of one; whatever else it is, it is no code of an app then. */
  public static boolean hasShape(String text) {
    return plain(text).length() == LENGTH;
  }

  /** What recognises a code, however it was typed. */
  public static byte[] hash(String code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(plain(code).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static String code() {
    StringBuilder code = new StringBuilder();
    IntStream.range(0, LENGTH)
        .forEach(
            i -> {
              if (i > 0 && i % 4 == 0) {
                code.append('-');
              }
              code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            });
    return code.toString();
  }
}
