package dev.inlet.actions;

import org.jspecify.annotations.Nullable;

/** The parameter that asks for another reading. */
final class Refresh {

  private Refresh() {}

  static Freshness of(@Nullable Boolean refresh) {
    return Boolean.TRUE.equals(refresh) ? Freshness.ANEW : Freshness.REMEMBERED;
  }
}
