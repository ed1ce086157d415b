package dev.inlet.webhooks.verification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How a signature is written. */
public enum Encoding {
  /** In either case. */
  HEX {
    @Override
    byte[] write(byte[] signature) {
      return ascii(HexFormat.of().formatHex(signature));
    }

    @Override
    String usual(String sent) {
      return sent.toLowerCase(Locale.ROOT);
    }
  },
  BASE64 {
    @Override
    byte[] write(byte[] signature) {
      return ascii(Base64.getEncoder().encodeToString(signature));
    }

    @Override
    String usual(String sent) {
      return sent;
    }
  };

  /** A signature as it should have been sent. */
  abstract byte[] write(byte[] signature);

  /** What was sent, as {@link #write} would have written it. */
  abstract String usual(String sent);

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
