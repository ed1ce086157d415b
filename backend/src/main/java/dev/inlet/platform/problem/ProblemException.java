package dev.inlet.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem of the catalogue. What it says is written for the caller. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String detail;
  private final transient List<FieldError> errors;

  public ProblemException(ProblemType type) {
    this(type, null, List.of());
  }

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, @Nullable String detail, List<FieldError> errors) {
    super(detail == null ? type.title() : detail, null, false, false);
    this.type = type;
    this.detail = detail;
    this.errors = List.copyOf(errors);
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

  Problem problem() {
    return Problem.of(type, detail, errors);
  }
}
