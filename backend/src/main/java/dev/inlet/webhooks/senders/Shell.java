package dev.inlet.webhooks.senders;

/** Words of a POSIX shell. */
final class Shell {

  private Shell() {}

  /** A word that stands for exactly this text. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
