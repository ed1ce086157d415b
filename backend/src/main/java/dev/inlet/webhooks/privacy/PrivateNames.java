package dev.inlet.webhooks.privacy;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of properties, and which members of a payload are meant by them: wherever they stand, and
 * however a sender writes them. {@code SSN} is meant by {@code ssn}; who mistypes a name has sent
 * the same secret.
 */
public final class PrivateNames {

  public static final PrivateNames NONE = of(Set.of());

  private static final Pattern MANY_MARKS = Pattern.compile("\\p{M}{31}");

  private final Map<String, String> byKey = new LinkedHashMap<>();

  private PrivateNames(Collection<String> names) {
    names.forEach(name -> byKey.putIfAbsent(key(name), name));
  }

  public static PrivateNames of(Collection<String> names) {
    return new PrivateNames(names);
  }

  public boolean areNone() {
    return byKey.isEmpty();
  }

  /** The name that a member is meant by. */
  Optional<String> meaning(String member) {
    return byKey.isEmpty() ? Optional.empty() : Optional.ofNullable(byKey.get(key(member)));
  }

  public boolean mean(String member) {
    return meaning(member).isPresent();
  }

  /** As they were given. */
  public Set<String> names() {
    return new LinkedHashSet<>(byKey.values());
  }

  /**
   * The same for all that are meant by one name. A run of marks that no script has is left as it
   * is: the normalizer takes quadratic time to sort it, and strangers choose these names. For the
   * same reason capitals are made small one by one, and a sigma is one wherever it stands.
   */
  static String key(String name) {
    String composed =
        MANY_MARKS.matcher(name).find()
            ? name
            : Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    return composed
        .codePoints()
        .map(character -> character == '\u03C2' ? '\u03C3' : Character.toLowerCase(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
