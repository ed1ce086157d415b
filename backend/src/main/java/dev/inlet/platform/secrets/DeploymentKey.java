package dev.inlet.platform.secrets;

import com.google.crypto.tink.Aead;
import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The key that wraps every organization's data key, and encrypts the few secrets that belong to no
 * organization.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Context // a key that cannot be used is found at the start
final class DeploymentKey {

  /** The first one wraps; all of them unwrap, so that a key can be replaced while nodes run. */
  private final List<Aead> keys;

  DeploymentKey(SecretsConfiguration configuration) {
    this.keys =
        Arrays.stream(configuration.secretKey().split(",", -1))
            .map(encoded -> AesGcm.key(decode(encoded.strip())))
            .toList();
  }

  byte[] wrap(byte[] key, byte[] associatedData) throws GeneralSecurityException {
    return keys.getFirst().encrypt(key, associatedData);
  }

  /**
   * A data key, opened.
   *
   * @param isOutdated whether a key did it that is being replaced
   */
  record Unwrapped(byte[] key, boolean isOutdated) {}

  Unwrapped unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
    GeneralSecurityException last = null;
    for (int i = 0; i < keys.size(); i++) {
      try {
        return new Unwrapped(keys.get(i).decrypt(wrapped, associatedData), i > 0);
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new GeneralSecurityException("No configured deployment key opens this data key", last);
  }

  private static byte[] decode(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      if (bytes.length == AesGcm.KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Not Base64: the same remedy as for a wrong length.
    }
    throw new ConfigurationException(
        "INLET_SECRET_KEY must be Base64 of 32 random bytes: make one with `openssl rand -base64 32`.");
  }
}
