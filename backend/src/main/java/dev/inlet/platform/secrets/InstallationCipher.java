package dev.inlet.platform.secrets;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts what belongs to the installation and not to an organization, under the deployment's own
 * key. The row is associated data: a ciphertext moved to another row does not open.
 */
@Singleton
public class InstallationCipher {

  private static final Logger LOG = LoggerFactory.getLogger(InstallationCipher.class);

  private final DeploymentKey deploymentKey;

  InstallationCipher(DeploymentKey deploymentKey) {
    this.deploymentKey = deploymentKey;
  }

  /**
   * Something that was decrypted.
   *
   * @param isOutdated whether it was encrypted under a key that is being replaced: encrypt it anew
   */
  public record Opened(byte[] secret, boolean isOutdated) {}

  /**
   * Encrypts a secret.
   *
   * @param row names the row it is kept in, such as {@code users/…}
   */
  public byte[] encrypt(String row, byte[] secret) {
    try {
      return deploymentKey.wrap(secret, row.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be encrypted", e);
    }
  }

  /**
   * Opens a secret.
   *
   * @throws IllegalStateException if it was encrypted for another row or under a key that is not
   *     configured any more
   */
  public Opened decrypt(String row, byte[] ciphertext) {
    try {
      DeploymentKey.Unwrapped opened =
          deploymentKey.unwrap(ciphertext, row.getBytes(StandardCharsets.UTF_8));
      return new Opened(opened.key(), opened.isOutdated());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be decrypted", e);
    }
  }

  /**
   * Encrypts a secret anew, if it is under a key that is being replaced.
   *
   * @param row as it was encrypted with
   * @param keep takes what is to be kept instead
   */
  public WrappedSecrets.Fate rewrap(String row, byte[] ciphertext, Consumer<byte[]> keep) {
    Opened opened;
    try {
      opened = decrypt(row, ciphertext);
    } catch (IllegalStateException e) {
      LOG.warn("What is kept as {} opens with no configured key", row);
      return WrappedSecrets.Fate.LOST;
    }
    if (!opened.isOutdated()) {
      return WrappedSecrets.Fate.CURRENT;
    }
    keep.accept(encrypt(row, opened.secret()));
    return WrappedSecrets.Fate.ANEW;
  }
}
