package dev.inlet.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem of the catalogue. What it says is written for the caller. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String detail;
  private final transient List<FieldError> errors;
  private final @Nullable Duration retryAfter;

  public ProblemException(ProblemType type) {
    this(type, null, List.of());
  }

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, @Nullable String detail, List<FieldError> errors) {
    this(type, detail, errors, null);
  }

  private ProblemException(
      ProblemType type,
      @Nullable String detail,
      List<FieldError> errors,
      @Nullable Duration retryAfter) {
    super(detail == null ? type.title() : detail, null, false, false);
    this.type = type;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** The same request may succeed after so long, and not before. */
  public static ProblemException retryLater(ProblemType type, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    String detail =
        "Too many attempts; try again in %s."
            .formatted(seconds > 90 ? seconds / 60 + 1 + " minutes" : seconds + " seconds");
    return new ProblemException(type, detail, List.of(), Duration.ofSeconds(seconds));
  }

  public static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND);
  }

  public static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST, detail, List.of(new FieldError(pointer, detail)));
  }

  public ProblemType type() {
    return type;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  Problem problem() {
    return Problem.of(type, detail, errors);
  }
}
