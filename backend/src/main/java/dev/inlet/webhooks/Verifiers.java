package dev.inlet.webhooks;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.verification.Secret;
import dev.inlet.webhooks.verification.Verifier;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes ready what judges a webhook's senders. */
@Singleton
class Verifiers {

  private static final Logger LOG = LoggerFactory.getLogger(Verifiers.class);

  private final VerificationRepository repository;
  private final Database database;
  private final SecretCipher cipher;

  Verifiers(VerificationRepository repository, Database database, SecretCipher cipher) {
    this.repository = repository;
    this.database = database;
    this.cipher = cipher;
  }

  Verifier of(OrganizationId organization, WebhookId webhook) {
    return repository
        .find(organization, webhook)
        .map(stored -> verifier(organization, webhook, stored))
        .orElse(Verifier.OPEN);
  }

  /** With one that lets nothing through if not every secret can be read. */
  private Verifier verifier(
      OrganizationId organization, WebhookId webhook, StoredVerification stored) {
    try {
      List<Secret> secrets = new ArrayList<>();
      for (StoredSecret secret : stored.secrets()) {
        secrets.add(new Secret(open(organization, secret), secret.until()));
      }
      return new Verifier(stored.verification(), secrets);
    } catch (IllegalStateException e) {
      LOG.error("A secret of webhook {} cannot be read: its deliveries are refused", webhook, e);
      return new Verifier(stored.verification(), null);
    }
  }

  /**
   * A secret in the clear.
   *
   * @throws IllegalStateException if it cannot be decrypted
   */
  String open(OrganizationId organization, StoredSecret secret) {
    return database.inOrganization(organization, handle -> open(organization, handle, secret));
  }

  String open(OrganizationId organization, Handle handle, StoredSecret secret) {
    return cipher.decrypt(handle, organization, secret.id(), secret.ciphertext());
  }
}
