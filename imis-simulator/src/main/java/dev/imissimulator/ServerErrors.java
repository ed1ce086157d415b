package dev.imissimulator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Words what Micronaut itself refuses as ASP.NET would; without it, Micronaut wants a JSON mapper
 * of its own for that.
 */
@Singleton
final class ServerErrors implements ErrorResponseProcessor<Object> {
  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext errorContext, MutableHttpResponse<?> baseResponse) {
    String message =
        errorContext.getErrors().stream()
            .findFirst()
            .map(error -> error.getMessage())
            .orElse(baseResponse.reason());
    return HttpResponse.<Object>status(baseResponse.code(), baseResponse.reason())
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(Json.bytes(Json.object().put("Message", message)));
  }
}
