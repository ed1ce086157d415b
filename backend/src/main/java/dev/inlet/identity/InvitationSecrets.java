package dev.inlet.identity;

import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The secrets in the links of invitations: encrypted, because whoever invited may copy the link.
 */
@Singleton
class InvitationSecrets {

  private final SecretCipher cipher;

  InvitationSecrets(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /** A new secret, encrypted. */
  byte[] next(OrganizationId organization, Handle handle, UUID invitation) {
    byte[] secret = SecretToken.next(organization.value(), invitation).secret();
    return cipher.encrypt(
        handle, organization, invitation, Base64.getEncoder().encodeToString(secret));
  }

  /** What the link of an invitation holds. */
  SecretToken of(OrganizationId organization, Handle handle, Invitation invitation) {
    String secret =
        cipher.decrypt(handle, organization, invitation.id(), invitation.secretCiphertext());
    return new SecretToken(
        List.of(organization.value(), invitation.id()), Base64.getDecoder().decode(secret));
  }
}
