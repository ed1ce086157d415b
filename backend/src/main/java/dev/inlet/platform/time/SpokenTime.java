package dev.inlet.platform.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as sentences tell them whose reader's zone nobody knows. */
public final class SpokenTime {

  private static final DateTimeFormatter DAY = utc("d MMMM uuuu, HH:mm 'UTC'");
  private static final DateTimeFormatter MINUTE = utc("HH:mm 'UTC'");
  private static final DateTimeFormatter SECOND = utc("HH:mm:ss 'UTC'");

  private SpokenTime() {}

  /** As in 26 May 2026, 14:30 UTC. */
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /** As in 14:30 UTC, or with its day if that is not today. */
  public static String past(Instant time, Instant now) {
    boolean isToday =
        time.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
    return (isToday ? MINUTE : DAY).format(time);
  }

  /** As in 14:30:05 UTC, of what is near. */
  public static String second(Instant time) {
    return SECOND.format(time);
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
