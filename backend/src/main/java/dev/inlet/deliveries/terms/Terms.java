package dev.inlet.deliveries.terms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.tenancy.OrganizationId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  static final int VALUE_LENGTH_MAX = 1_000;

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
      new Words(terms).add(new String(body, StandardCharsets.UTF_8));
    } else {
      payload.properties().stream()
          .filter(property -> isSoughtByValue(property.getValue()))
          .limit(MAX)
          .forEach(
              property -> terms.add(property(property.getKey(), property.getValue().asText())));
      addWords(new Words(terms), payload);
    }
    return bounded(terms);
  }

  /** Nobody looks for a longer one as a whole; its words are found. */
  private static boolean isSoughtByValue(JsonNode value) {
    return value.isValueNode() && value.asText().length() <= VALUE_LENGTH_MAX;
  }

  /** The term of a property that has this value at the top of a payload. */
  public long property(String name, String value) {
    return hash('=', name + '\0' + canonical(value));
  }

  /** The terms of the words of a text; empty if there is none in it. */
  public List<Long> words(String text) {
    Set<Long> terms = new LinkedHashSet<>();
    new Words(terms).add(text);
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

  private void addWords(Words words, JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode child : value) {
        if (words.areEnough()) {
          return;
        }
        addWords(words, child);
      }
    } else if (!value.isNull()) {
      words.add(value.asText());
    }
  }

  /** What was found so far: a word that comes again is not hashed again. */
  private final class Words {

    private final Set<Long> terms;
    private final Set<String> known = new HashSet<>();

    Words(Set<Long> terms) {
      this.terms = terms;
    }

    boolean areEnough() {
      return terms.size() > MAX;
    }

    void add(String text) {
      if (!areEnough()) {
        PlainText.words(text, this::addWord);
      }
    }

    private boolean addWord(String word) {
      if (known.add(word)) {
        terms.add(hash(' ', word));
      }
      return !areEnough();
    }
  }

  private static String canonical(String value) {
    String text = value.strip();
    return NUMBER.matcher(text).matches()
        ? new BigDecimal(text).stripTrailingZeros().toString()
        : PlainText.of(text);
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
