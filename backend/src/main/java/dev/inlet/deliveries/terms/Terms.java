package dev.inlet.deliveries.terms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.tenancy.OrganizationId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one organization. A term is 64 bits of a hash: that two differ and look alike does
 * not happen to a person within the life of a log. Capitals, accents and the way a number is
 * written make no difference to one.
 */
public final class Terms {

  /**
   * Of more words than a form has, the first are kept: {@link #beyond} says that there were more.
   */
  static final int MAX = 256;

  /** Longer than any word; what is longer is no text. */
  private static final int WORD_LENGTH_MAX = 100;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

  private final OrganizationId organization;

  public Terms(OrganizationId organization) {
    this.organization = organization;
  }

  /**
   * What a delivery can be found by.
   *
   * @param payload what the body says; null if it could not be read: then the words of its text are
   *     all there is
   */
  public long[] of(byte[] body, @Nullable JsonNode payload) {
    Set<Long> terms = new LinkedHashSet<>();
    if (payload == null) {
      addWords(terms, new String(body, StandardCharsets.UTF_8));
    } else {
      payload.properties().stream()
          .filter(property -> property.getValue().isValueNode())
          .limit(MAX)
          .forEach(
              property -> terms.add(property(property.getKey(), property.getValue().asText())));
      addWords(terms, payload);
    }
    return bounded(terms);
  }

  /** The term of a property that has this value at the top of a payload. */
  public long property(String name, String value) {
    return hash('=', name + '\0' + canonical(value));
  }

  /** The terms of the words of a text; empty if there is none in it. */
  public List<Long> words(String text) {
    Set<Long> terms = new LinkedHashSet<>();
    addWords(terms, text);
    return List.copyOf(terms);
  }

  /** The term of what has more words than are kept. */
  public long beyond() {
    return hash('>', "");
  }

  private long[] bounded(Set<Long> terms) {
    boolean isBeyond = terms.size() > MAX;
    long[] kept = terms.stream().mapToLong(Long::longValue).limit(MAX).toArray();
    if (isBeyond) {
      kept[MAX - 1] = beyond();
    }
    return kept;
  }

  private void addWords(Set<Long> terms, JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode child : value) {
        if (terms.size() > MAX) {
          return;
        }
        addWords(terms, child);
      }
    } else if (!value.isNull()) {
      addWords(terms, value.asText());
    }
  }

  private void addWords(Set<Long> terms, String text) {
    Matcher words = WORD.matcher(plain(text));
    while (terms.size() <= MAX && words.find()) {
      String word = words.group();
      terms.add(hash(' ', word.substring(0, Math.min(word.length(), WORD_LENGTH_MAX))));
    }
  }

  private static String canonical(String value) {
    String text = value.strip();
    return NUMBER.matcher(text).matches()
        ? new BigDecimal(text).stripTrailingZeros().toString()
        : plain(text);
  }

  /** Without capitals and accents. */
  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private long hash(char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input =
        ByteBuffer.allocate(Long.BYTES * 2 + 1 + bytes.length)
            .putLong(organization.value().getMostSignificantBits())
            .putLong(organization.value().getLeastSignificantBits())
            .put((byte) kind)
            .put(bytes);
    return ByteBuffer.wrap(sha256().digest(input.array())).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
