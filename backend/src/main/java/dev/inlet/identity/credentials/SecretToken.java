package dev.inlet.identity.credentials;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids that say where to look and 256 random bits that prove. Of the bits only what recognises them
 * is stored.
 */
public record SecretToken(List<UUID> ids, byte[] secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  public static SecretToken next(UUID... ids) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new SecretToken(List.of(ids), secret);
  }

  /** Reads a token with so many ids; empty if the text is none. */
  public static Optional<SecretToken> parse(String text, int ids) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != ids * ID_BYTES + SECRET_BYTES) {
        return Optional.empty();
      }
      List<UUID> read = new ArrayList<>();
      for (int i = 0; i < ids; i++) {
        read.add(new UUID(bytes.getLong(), bytes.getLong()));
      }
      byte[] secret = new byte[SECRET_BYTES];
      bytes.get(secret);
      return Optional.of(new SecretToken(List.copyOf(read), secret));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What its holder keeps. */
  public String text() {
    ByteBuffer bytes = ByteBuffer.allocate(ids.size() * ID_BYTES + SECRET_BYTES);
    for (UUID id : ids) {
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.put(secret).array());
  }

  /** What recognises it: SHA-256, for 256 random bits need no slower one. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares in constant time. */
  public boolean isRecognisedBy(byte[] hash) {
    return MessageDigest.isEqual(hash(), hash);
  }

  @Override
  public String toString() {
    return "SecretToken[ids=%s]".formatted(ids);
  }
}
