package dev.inlet.platform.secrets;

import com.google.crypto.tink.Aead;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts an organization's secrets with AES-256-GCM under a data key of its own. Organization and
 * row are associated data: a ciphertext moved to another row or another organization does not open.
 *
 * <p>Works inside the caller's transaction, so that a secret and the key that opens it are saved
 * together.
 */
@Singleton
public class SecretCipher {

  private static final Logger LOG = LoggerFactory.getLogger(SecretCipher.class);

  private final DeploymentKey deploymentKey;
  private final SecureRandom random = new SecureRandom();

  SecretCipher(DeploymentKey deploymentKey) {
    this.deploymentKey = deploymentKey;
  }

  public byte[] encrypt(Handle handle, OrganizationId organization, UUID row, String secret) {
    try {
      return dataKey(handle, organization)
          .encrypt(secret.getBytes(StandardCharsets.UTF_8), associatedData(organization, row));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be encrypted", e);
    }
  }

  /**
   * Opens a secret.
   *
   * @throws IllegalStateException if the ciphertext was made for another organization, another row
   *     or under a deployment key that is not configured any more
   */
  public String decrypt(Handle handle, OrganizationId organization, UUID row, byte[] ciphertext) {
    try {
      byte[] secret =
          dataKey(handle, organization).decrypt(ciphertext, associatedData(organization, row));
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be decrypted", e);
    }
  }

  /**
   * A key of the organization for hashing, always the same for one purpose. It opens nothing.
   *
   * @throws IllegalStateException if the data key was made under a deployment key that is not
   *     configured any more
   */
  public byte[] deriveKey(Handle handle, OrganizationId organization, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(openDataKey(handle, organization), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key could not be derived", e);
    }
  }

  /** Wraps an organization's data key under the deployment's first key, if another one did. */
  WrappedSecrets.Fate rewrap(Handle handle, OrganizationId organization) {
    Optional<byte[]> wrapped = find(handle, organization);
    if (wrapped.isEmpty()) {
      return WrappedSecrets.Fate.GONE;
    }
    try {
      return open(handle, organization, wrapped.get()).isOutdated()
          ? WrappedSecrets.Fate.ANEW
          : WrappedSecrets.Fate.CURRENT;
    } catch (GeneralSecurityException e) {
      LOG.warn("The key of organization {} opens with no configured key", organization);
      return WrappedSecrets.Fate.LOST;
    }
  }

  /** Whether an organization's data key opens, if it has one; as it is, and it stays so. */
  boolean opens(Handle handle, OrganizationId organization) {
    Optional<byte[]> wrapped = find(handle, organization);
    try {
      return wrapped.isEmpty()
          || deploymentKey.unwrap(wrapped.get(), associatedData(organization)).key().length > 0;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Aead dataKey(Handle handle, OrganizationId organization) throws GeneralSecurityException {
    return AesGcm.key(openDataKey(handle, organization));
  }

  private byte[] openDataKey(Handle handle, OrganizationId organization)
      throws GeneralSecurityException {
    byte[] wrapped =
        find(handle, organization)
            .orElseGet(
                () -> {
                  insert(handle, organization, newWrappedKey(organization));
                  return find(handle, organization).orElseThrow();
                });
    return open(handle, organization, wrapped).key();
  }

  private DeploymentKey.Unwrapped open(Handle handle, OrganizationId organization, byte[] wrapped)
      throws GeneralSecurityException {
    DeploymentKey.Unwrapped key = deploymentKey.unwrap(wrapped, associatedData(organization));
    if (key.isOutdated()) {
      update(handle, organization, deploymentKey.wrap(key.key(), associatedData(organization)));
    }
    return key;
  }

  private static Optional<byte[]> find(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            "SELECT wrapped_key FROM organization_keys WHERE organization_id = :organization")
        .bind("organization", organization.value())
        .mapTo(byte[].class)
        .findOne();
  }

  /** Of two who make the first key at once, the first to commit wins and the other one uses it. */
  private static void insert(Handle handle, OrganizationId organization, byte[] wrapped) {
    handle
        .createUpdate(
            """
            INSERT INTO organization_keys (organization_id, wrapped_key) VALUES (:organization, :wrapped)
            ON CONFLICT DO NOTHING
            """)
        .bind("organization", organization.value())
        .bind("wrapped", wrapped)
        .execute();
  }

  /** Of two who do at once, either one's will do: the data key within is the same. */
  private static void update(Handle handle, OrganizationId organization, byte[] wrapped) {
    handle
        .createUpdate(
            "UPDATE organization_keys SET wrapped_key = :wrapped WHERE organization_id = :organization")
        .bind("organization", organization.value())
        .bind("wrapped", wrapped)
        .execute();
  }

  private byte[] newWrappedKey(OrganizationId organization) {
    byte[] key = new byte[AesGcm.KEY_BYTES];
    random.nextBytes(key);
    try {
      return deploymentKey.wrap(key, associatedData(organization));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A data key could not be made", e);
    }
  }

  private static byte[] associatedData(OrganizationId organization) {
    return organization.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] associatedData(OrganizationId organization, UUID row) {
    return (organization + "/" + row).getBytes(StandardCharsets.US_ASCII);
  }
}
