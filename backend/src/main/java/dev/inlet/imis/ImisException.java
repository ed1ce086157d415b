package dev.inlet.imis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call to iMIS that did not succeed. */
public final class ImisException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ImisFailure failure;
  private final transient List<String> messages;
  private final transient @Nullable ImisAnswer answer;

  ImisException(ImisFailure failure, List<String> messages, @Nullable ImisAnswer answer) {
    super(failure.sentence(), null, false, false);
    this.failure = failure;
    this.messages = List.copyOf(messages);
    this.answer = answer;
  }

  static ImisException of(ImisFailure failure) {
    return new ImisException(failure, List.of(), null);
  }

  static ImisException of(ImisFailure failure, ImisAnswer answer) {
    return new ImisException(failure, List.of(), answer);
  }

  public ImisFailure failure() {
    return failure;
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

  /** What happened, with iMIS's own words where it has some. */
  public String sentence() {
    return messages.isEmpty()
        ? failure.sentence()
        : "iMIS refused the record: %s".formatted(String.join(" ", messages));
  }
}
