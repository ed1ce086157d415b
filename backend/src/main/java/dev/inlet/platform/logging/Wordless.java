package dev.inlet.platform.logging;

/**
 * An exception for the log without its words, which may quote what was being worked on: its kind,
 * and where it came from.
 */
public final class Wordless extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Wordless(Throwable e) {
    super(e.getClass().getName(), null, false, true);
    setStackTrace(e.getStackTrace());
  }
}
