package dev.inlet.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretCipherTest {

  private static final String OLD_KEY = key(1);
  private static final String NEW_KEY = key(2);

  private final Database database = TestInlet.shared().bean(Database.class);
  private final OrganizationId organization = Tenant.in(TestInlet.shared()).organization();
  private final UUID row = UUID.randomUUID();

  @Test
  void opensWhatItEncrypted() {
    SecretCipher cipher = cipher(OLD_KEY);

    byte[] ciphertext = encrypt(cipher, "pässword");

    assertThat(decrypt(cipher, organization, row, ciphertext)).isEqualTo("pässword");
    assertThat(encrypt(cipher, "pässword")).isNotEqualTo(ciphertext);
  }

  @Test
  void doesNotOpenACiphertextThatWasMovedToAnotherRowOrOrganization() {
    SecretCipher cipher = cipher(OLD_KEY);
    byte[] ciphertext = encrypt(cipher, "password");
    OrganizationId other = Tenant.in(TestInlet.shared()).organization();

    assertThatThrownBy(() -> decrypt(cipher, organization, UUID.randomUUID(), ciphertext))
        .hasMessage("A secret could not be decrypted");
    assertThatThrownBy(() -> decrypt(cipher, other, row, ciphertext))
        .hasMessage("A secret could not be decrypted");
  }

  @Test
  void opensOldSecretsWhileADeploymentKeyIsReplacedAndThenWithoutTheOldOne() {
    byte[] ciphertext = encrypt(cipher(OLD_KEY), "password");

    assertThatThrownBy(() -> decrypt(cipher(NEW_KEY), organization, row, ciphertext))
        .hasMessage("A secret could not be decrypted");

    assertThat(decrypt(cipher(NEW_KEY + "," + OLD_KEY), organization, row, ciphertext))
        .isEqualTo("password");
    assertThat(decrypt(cipher(NEW_KEY), organization, row, ciphertext)).isEqualTo("password");
  }

  @Test
  void refusesADeploymentKeyThatIsNone() {
    assertThatThrownBy(() -> cipher("password")).hasMessageContaining("openssl rand -base64 32");
    assertThatThrownBy(() -> cipher(OLD_KEY + ",")).hasMessageContaining("INLET_SECRET_KEY");
  }

  private byte[] encrypt(SecretCipher cipher, String secret) {
    return database.inOrganization(
        organization, handle -> cipher.encrypt(handle, organization, row, secret));
  }

  private String decrypt(SecretCipher cipher, OrganizationId owner, UUID id, byte[] ciphertext) {
    return database.inOrganization(owner, handle -> cipher.decrypt(handle, owner, id, ciphertext));
  }

  private static SecretCipher cipher(String keys) {
    return new SecretCipher(new DeploymentKey(new SecretsConfiguration(keys)));
  }

  private static String key(int filling) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filling);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
