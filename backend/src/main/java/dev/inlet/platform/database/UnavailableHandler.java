package dev.inlet.platform.database;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No connection came free in time, or PostgreSQL is away or stops meanwhile. Happens to many
 * requests at once, so each leaves one line in the log. Whatever else a statement fails of is an
 * error of Inlet's.
 */
@Singleton
final class UnavailableHandler implements ExceptionHandler<JdbiException, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(UnavailableHandler.class);
  private static final String NOT_KNOWN =
      "Inlet cannot reach its database right now. Look whether this was done before you try again.";

  private static final Duration RETRY_SOON = Duration.ofSeconds(5);

  private final ErrorResponseProcessor<?> others;

  UnavailableHandler(ErrorResponseProcessor<?> others) {
    this.others = others;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, JdbiException exception) {
    return SqlState.isOfConnection(exception)
        ? unavailable(request, exception)
        : others.processResponse(
            ErrorContext.builder(request).cause(exception).build(), HttpResponse.serverError());
  }

  private static HttpResponse<?> unavailable(HttpRequest<?> request, JdbiException exception) {
    LOG.warn(
        "{} {} had no connection to the database: {}",
        request.getMethodName(),
        request.getPath(),
        String.valueOf(exception.getCause()));
    // Whatever else ran before in this request: reading once more does no harm, anything else may.
    return request.getMethod() == HttpMethod.GET
        ? ProblemException.unavailable(RETRY_SOON).answer()
        : new ProblemException(ProblemType.UNAVAILABLE, NOT_KNOWN).answer();
  }
}
