package dev.inlet.actions;

import java.util.List;

/** Values in a sentence, not more than anybody reads. */
public final class Listing {

  private static final int NAMED_MAX = 12;

  private Listing() {}

  public static String of(List<String> values) {
    String named = String.join(", ", values.subList(0, Math.min(values.size(), NAMED_MAX)));
    int others = values.size() - NAMED_MAX;
    return others > 0 ? "%s and %d more".formatted(named, others) : named;
  }
}
