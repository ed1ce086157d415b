package dev.inlet.deliveries;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.SecretCipher;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.CompiledWebhook;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes claims out of what senders sent. Keys and bodies may be secrets that are easy to guess, so
 * their hashes take a key that whoever reads the database does not have.
 */
@Singleton
public class Claims {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "idempotency keys";
  private static final byte KEY = 1;
  private static final byte BODY = 2;

  private final Database database;
  private final SecretCipher cipher;
  private final Clock clock;
  private final Cache<OrganizationId, SecretKeySpec> secrets =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(10)).build();

  Claims(Database database, SecretCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** The claim of a delivery that came with a key. */
  public Claim of(CompiledWebhook webhook, String key, byte[] body) {
    SecretKeySpec secret = secrets.get(webhook.organization(), this::secret);
    UUID id = webhook.id().value();
    Instant now = clock.instant();
    return new Claim(
        hash(secret, KEY, id, key.getBytes(StandardCharsets.UTF_8)),
        hash(secret, BODY, id, body),
        now,
        now.plus(webhook.idempotency().window()),
        null);
  }

  private SecretKeySpec secret(OrganizationId organization) {
    byte[] secret =
        database.inOrganization(
            organization, handle -> cipher.deriveKey(handle, organization, PURPOSE));
    return new SecretKeySpec(secret, ALGORITHM);
  }

  private static byte[] hash(SecretKeySpec secret, byte what, UUID webhook, byte[] value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(
          ByteBuffer.allocate(1 + 2 * Long.BYTES)
              .put(what)
              .putLong(webhook.getMostSignificantBits())
              .putLong(webhook.getLeastSignificantBits())
              .flip());
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key could not be hashed", e);
    }
  }
}
