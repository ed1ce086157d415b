package dev.inlet.intake;

import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.platform.problem.ForeignErrorBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Errors below {@code /hooks} that no controller saw, in the contract's shape. */
@Singleton
class IntakeErrorBody implements ForeignErrorBody {

  private final Clock clock;

  IntakeErrorBody(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean speaksFor(HttpRequest<?> request) {
    return request.getPath().startsWith("/hooks/") || request.getPath().equals("/hooks");
  }

  @Override
  public MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> error) {
    return error
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(Answer.DELIVERY_ID, DeliveryId.at(clock.instant()).toString())
        .body(CallerAnswer.of(sentence(error.code())));
  }

  private static @Nullable String sentence(int status) {
    return switch (status) {
      case 404 -> null;
      case 405 -> "A webhook takes POST only.";
      case 413 -> "The body is too large.";
      default ->
          status >= 500
              ? "Inlet failed; it is not known whether anything was done."
              : "The request could not be read.";
    };
  }
}
