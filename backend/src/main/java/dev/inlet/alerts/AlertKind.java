package dev.inlet.alerts;

import java.time.Duration;

/** What a rule watches for. */
enum AlertKind {
  /** Of the deliveries of some time, so many percent failed. */
  FAILURE_RATE("Many deliveries fail", Duration.ofHours(1)),
  /** So many deliveries in a row failed. */
  FAILURE_STREAK("Deliveries fail in a row", Duration.ofHours(1)),
  /** Nothing was received for so long. */
  NO_DELIVERIES("Nothing is received", Duration.ofHours(1)),
  /** iMIS refuses user name and password. */
  CREDENTIALS_FAILING("iMIS refuses the password", Duration.ofHours(4));

  private final String words;
  private final Duration pause;

  AlertKind(String words, Duration pause) {
    this.words = words;
    this.pause = pause;
  }

  /** As people know it. */
  String words() {
    return words;
  }

  /** For how long after one incident was told the next of the same is not. */
  Duration pause() {
    return pause;
  }
}
