package dev.inlet.platform.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
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

  /** Inlet itself is short of something that will be there again. */
  public static ProblemException unavailable(Duration wait) {
    return new ProblemException(ProblemType.UNAVAILABLE, null, List.of(), wait);
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

  /** The parts of the request that are wrong; none if it is wrong as a whole. */
  public List<FieldError> errors() {
    return errors;
  }

  /** What the caller is answered. */
  public MutableHttpResponse<Problem> answer() {
    MutableHttpResponse<Problem> answer =
        ProblemAnswers.answer(type, Problem.of(type, detail, errors));
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
    }
    if (type.status() == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer;
  }
}
