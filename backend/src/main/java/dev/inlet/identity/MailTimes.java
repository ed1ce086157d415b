package dev.inlet.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as e-mails tell them, whose reader's zone nobody knows. */
final class MailTimes {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MailTimes() {}

  static String day(Instant time) {
    return DAY.format(time);
  }
}
