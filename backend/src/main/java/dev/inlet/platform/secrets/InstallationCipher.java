package dev.inlet.platform.secrets;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts what belongs to the installation and not to an organization, under the deployment's own
 * key. The row is associated data: a ciphertext moved to another row does not open.
 */
@Singleton
public class InstallationCipher {

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
}
