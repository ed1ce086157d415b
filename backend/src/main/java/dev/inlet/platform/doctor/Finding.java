package dev.inlet.platform.doctor;

/**
 * What an examination found.
 *
 * @param sentence for the operator: what is, and unless it is as it should be, what to do
 */
public record Finding(Grade grade, String sentence) {

  /** How bad it is. */
  public enum Grade {
    FINE,
    /** Works, but not as well or as safely as it could. */
    WARNING,
    /** Inlet cannot do its work like this. */
    FAILURE
  }

  public static Finding fine(String sentence) {
    return new Finding(Grade.FINE, sentence);
  }

  public static Finding warning(String sentence) {
    return new Finding(Grade.WARNING, sentence);
  }

  public static Finding failure(String sentence) {
    return new Finding(Grade.FAILURE, sentence);
  }
}
