package dev.inlet.platform.paging;

import dev.inlet.platform.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What narrows a list, checked before it reaches the database. */
public final class FilterValues {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int TEXT_LENGTH_MAX = 200;

  private FilterValues() {}

  /**
   * A time that the database can hold; null stays null.
   *
   * @throws ProblemException if it is out of range
   */
  public static @Nullable Instant time(@Nullable Instant time) {
    if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
      throw ProblemException.invalid("", "A time lies between the years 1970 and 9999.");
    }
    return time;
  }

  /**
   * A search text; blank is null.
   *
   * @throws ProblemException if it is too long or holds NUL
   */
  public static @Nullable String text(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > TEXT_LENGTH_MAX || text.contains("\0")) {
      throw ProblemException.invalid(
          "", "A search text has at most %d characters.".formatted(TEXT_LENGTH_MAX));
    }
    return text.strip();
  }
}
