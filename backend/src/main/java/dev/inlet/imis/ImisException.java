package dev.inlet.imis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call to iMIS that did not succeed. */
public final class ImisException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ImisFailure failure;
  private final boolean isOutage;
  private final transient List<String> messages;
  private final transient @Nullable ImisAnswer answer;

  private ImisException(
      ImisFailure failure,
      String sentence,
      boolean isOutage,
      List<String> messages,
      @Nullable ImisAnswer answer) {
    super(sentence, null, false, false);
    this.failure = failure;
    this.isOutage = isOutage;
    this.messages = List.copyOf(messages);
    this.answer = answer;
  }

  /** A failure with more to say than its kind has. */
  ImisException(ImisFailure failure, String sentence, @Nullable ImisAnswer answer) {
    this(failure, sentence, false, List.of(), answer);
  }

  static ImisException of(ImisFailure failure) {
    return new ImisException(failure, failure.sentence(), null);
  }

  static ImisException of(ImisFailure failure, ImisAnswer answer) {
    return new ImisException(failure, failure.sentence(), answer);
  }

  /** A failure that shows that iMIS as a whole is not there, rather than one of this call. */
  static ImisException outage(ImisFailure failure) {
    return new ImisException(failure, failure.sentence(), true, List.of(), null);
  }

  static ImisException recordRefused(List<String> messages, ImisAnswer answer) {
    ImisFailure failure = ImisFailure.RECORD_REFUSED;
    return new ImisException(failure, failure.sentence(), false, messages, answer);
  }

  public ImisFailure failure() {
    return failure;
  }

  boolean isOutage() {
    return isOutage;
  }

  /**
   * What iMIS says of the record (ValidationResultsData); empty if it says nothing of use to
   * people.
   */
  public List<String> messages() {
    return messages;
  }

  /** What came back, if anything did. */
  public @Nullable ImisAnswer answer() {
    return answer;
  }

  /** What happened, with iMIS's own words where it has some; names no host and no credential. */
  public String sentence() {
    return messages.isEmpty()
        ? String.valueOf(getMessage())
        : "iMIS refused the record: %s".formatted(String.join(" ", messages));
  }
}
