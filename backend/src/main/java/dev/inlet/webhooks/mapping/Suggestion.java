package dev.inlet.webhooks.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestion {

  /** Nobody mistypes longer names, and comparing them is work. */
  private static final int LENGTH_MAX = 100;

  private Suggestion() {}

  /** The known name nearest to a mistyped one, if one is near enough to be what was meant. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    if (typed.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    int farthest = Math.max(2, typed.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - typed.length()) <= farthest)
        .filter(name -> distance(typed, name) <= farthest)
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** Levenshtein distance, letters' case aside. */
  private static int distance(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
