package dev.inlet.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.List;

/** Turns what bean validation found into field errors with JSON Pointers. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
public final class ConstraintProblems
    implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {

  @Override
  public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException exception) {
    List<FieldError> errors =
        exception.getConstraintViolations().stream().map(each -> error(each, 2)).toList();
    Problem problem = Problem.of(ProblemType.INVALID_REQUEST, null, errors);
    return ProblemAnswers.answer(ProblemType.INVALID_REQUEST, problem);
  }

  /** What was found in a value that did not come as a request's body; pointers lead into it. */
  public static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream().map(each -> error(each, 0)).toList();
  }

  /**
   * One of them.
   *
   * @param hidden the steps that no caller knows: the controller's method and its parameter
   */
  private static FieldError error(ConstraintViolation<?> violation, int hidden) {
    StringBuilder pointer = new StringBuilder();
    int depth = 0;
    for (Path.Node node : violation.getPropertyPath()) {
      if (depth++ >= hidden && node.getName() != null) {
        pointer.append('/').append(node.getName());
        if (node.getIndex() != null) {
          pointer.append('/').append(node.getIndex());
        }
      }
    }
    return new FieldError(pointer.toString(), violation.getMessage());
  }
}
