package dev.inlet.deliveries;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Which headers of a request are stored. Those that carry secrets never are: neither the ones that
 * do by definition, nor any that is called like one.
 */
public final class StoredHeaders {

  /**
   * Words of names: {@code Authorization} and {@code Proxy-Authorization}, {@code Cookie}, {@code
   * X-Auth-Token}, {@code X-Hub-Signature-256}, {@code webhook-signature}, {@code
   * X-Shopify-Hmac-Sha256}, {@code Client-Secret}.
   */
  private static final Pattern SECRET_WORD =
      Pattern.compile(
          "authorization|authentication|cookie|token|signature|hmac|secret|passw|passphrase|credential"
              + "|session|jwt|bearer|(^|[-_.])(auth|sign|sig|pin|otp|csrf|xsrf)([-_.]|$)");

  /** {@code X-Api-Key}, {@code apikey}, {@code Ocp-Apim-Subscription-Key}. */
  private static final Pattern SECRET_KEY = Pattern.compile("(^|[-_.])(\\w*key)([-_.]|$)");

  private static final Set<String> NO_SECRET_KEYS = Set.of("idempotency-key", "sec-websocket-key");

  /** Whoever knows these of a body and most of what stood in it finds the rest by trying. */
  private static final Set<String> OF_WHOLE_BODY =
      Set.of("content-length", "content-md5", "content-digest", "repr-digest", "digest", "etag");

  private static final int REMEMBERED_LENGTH_MAX = 64;

  /** What a name says is the same for everybody, and senders send the same ones. */
  private static final Cache<String, Boolean> SECRETS =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private StoredHeaders() {}

  /**
   * The headers that are stored.
   *
   * @param isBodyStored whether the body is, as it came: if not, what tells of it is left out, too
   */
  public static Map<String, List<String>> of(
      Map<String, List<String>> headers, boolean isBodyStored) {
    return of(headers, isBodyStored, (name, values) -> false);
  }

  /**
   * The headers that are stored.
   *
   * @param isSecretToo which ones are secrets whatever they are called
   */
  public static Map<String, List<String>> of(
      Map<String, List<String>> headers,
      boolean isBodyStored,
      BiPredicate<String, List<String>> isSecretToo) {
    Map<String, List<String>> stored = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          if (!isSecret(name)
              && !isSecretToo.test(name, values)
              && (isBodyStored || !tellsOfBody(name))) {
            stored.put(name, values);
          }
        });
    return stored;
  }

  static boolean isSecret(String name) {
    return name.length() > REMEMBERED_LENGTH_MAX
        ? looksSecret(name)
        : SECRETS.get(name, StoredHeaders::looksSecret);
  }

  private static boolean looksSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRET_WORD.matcher(lower).find()
        || (SECRET_KEY.matcher(lower).find() && !NO_SECRET_KEYS.contains(lower));
  }

  static boolean tellsOfBody(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return OF_WHOLE_BODY.contains(lower) || lower.contains("checksum") || lower.contains("sha256");
  }
}
