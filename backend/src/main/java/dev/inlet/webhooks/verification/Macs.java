package dev.inlet.webhooks.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Making signatures, and comparing without telling by the time it takes how much was right. */
final class Macs {

  private Macs() {}

  static byte[] sign(Algorithm algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm.mac());
      mac.init(new SecretKeySpec(key, algorithm.mac()));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A signature could not be made", e);
    }
  }

  /** Takes as long as what was sent is long, whatever it should be. */
  static boolean isEqual(String sent, byte[] expected) {
    return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
