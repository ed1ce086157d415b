package dev.inlet.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser keeps to stay signed in: the session's id and 256 random bits. Only its hash is
 * stored.
 */
record RefreshToken(UUID session, byte[] secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  static RefreshToken of(UUID session) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new RefreshToken(session, secret);
  }

  static Optional<RefreshToken> parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != 16 + SECRET_BYTES) {
        return Optional.empty();
      }
      UUID session = new UUID(bytes.getLong(), bytes.getLong());
      byte[] secret = new byte[SECRET_BYTES];
      bytes.get(secret);
      return Optional.of(new RefreshToken(session, secret));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The text that goes into the cookie. */
  String text() {
    byte[] bytes =
        ByteBuffer.allocate(16 + SECRET_BYTES)
            .putLong(session.getMostSignificantBits())
            .putLong(session.getLeastSignificantBits())
            .put(secret)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[session=%s]".formatted(session);
  }
}
