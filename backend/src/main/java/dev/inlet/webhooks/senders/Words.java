package dev.inlet.webhooks.senders;

import java.time.Duration;

/** Amounts in words. */
final class Words {

  private static final int KIB = 1024;
  private static final int MIB = KIB * KIB;

  private Words() {}

  /** As in 10 seconds, 1 day; in the largest unit that is whole. */
  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds > 0 && seconds % 86_400 == 0) {
      return count(seconds / 86_400, "day");
    }
    if (seconds > 0 && seconds % 3_600 == 0) {
      return count(seconds / 3_600, "hour");
    }
    return seconds > 0 && seconds % 60 == 0
        ? count(seconds / 60, "minute")
        : count(seconds, "second");
  }

  /** As in 1 MiB. */
  static String bytes(int bytes) {
    if (bytes % MIB == 0) {
      return bytes / MIB + " MiB";
    }
    return bytes % KIB == 0 ? bytes / KIB + " KiB" : count(bytes, "byte");
  }

  private static String count(long count, String unit) {
    return "%d %s%s".formatted(count, unit, count == 1 ? "" : "s");
  }
}
