package dev.inlet.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.logging.RequestFields;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every error that the framework raises, so that there is one shape everywhere. Messages of
 * exceptions are deliberately not passed on: they name classes, hosts and statements.
 */
@Singleton
@Primary
final class ProblemAnswers implements ErrorResponseProcessor<Object> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final MediaType PROBLEM_JSON = new MediaType("application/problem+json");

  private final List<ForeignErrorBody> foreign;

  ProblemAnswers(List<ForeignErrorBody> foreign) {
    this.foreign = foreign;
  }

  @Override
  @SuppressWarnings("unchecked")
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    for (ForeignErrorBody body : foreign) {
      if (body.speaksFor(context.getRequest())) {
        return (MutableHttpResponse<Object>) body.answer(context.getRequest(), response);
      }
    }
    ProblemType type = ProblemType.of(response.status());
    Problem problem =
        type.status().getCode() >= 500
            ? traced(context, type)
            : Problem.of(type, detail(context), errors(context));
    return (MutableHttpResponse<Object>)
        (MutableHttpResponse<?>) response.contentType(PROBLEM_JSON).body(problem);
  }

  static MutableHttpResponse<Problem> answer(ProblemType type, Problem problem) {
    return HttpResponse.<Problem>status(HttpStatus.valueOf(type.status().getCode()))
        .contentType(PROBLEM_JSON)
        .body(problem);
  }

  private static Problem traced(ErrorContext context, ProblemType type) {
    HttpRequest<?> request = context.getRequest();
    RequestFields fields =
        RequestFields.of(request)
            .orElseGet(() -> new RequestFields(UUID.randomUUID().toString(), null));
    fields.about(
        () ->
            LOG.error(
                "{} {} failed, trace {}",
                request.getMethodName(),
                request.getPath(),
                fields.request(),
                context.getRootCause().orElse(null)));
    return Problem.traced(type, fields.request());
  }

  private static List<FieldError> errors(ErrorContext context) {
    return cause(context, JsonMappingException.class)
        .map(e -> List.of(new FieldError(pointer(e), sentence(e))))
        .orElse(List.of());
  }

  private static @Nullable String detail(ErrorContext context) {
    return cause(context, JsonProcessingException.class).map(ProblemAnswers::sentence).orElse(null);
  }

  private static <E extends Throwable> Optional<E> cause(ErrorContext context, Class<E> kind) {
    return Stream.iterate(
            context.getRootCause().orElse(null), Objects::nonNull, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static String sentence(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping) {
      return sentence(mapping);
    }
    JsonLocation at = e.getLocation();
    return at == null
        ? "The body is not JSON."
        : "The body is not JSON: see line %d, column %d."
            .formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String sentence(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "There is no property \"%s\" here.".formatted(unknown.getPropertyName());
    }
    if (e.getCause() instanceof InvalidJsonException invalid) {
      return String.valueOf(invalid.getMessage());
    }
    return "The value at \"%s\" is missing or of the wrong type.".formatted(pointer(e));
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
    }
    return pointer.toString();
  }
}
