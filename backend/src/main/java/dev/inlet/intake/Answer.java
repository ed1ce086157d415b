package dev.inlet.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of an open URL is answered.
 *
 * @param retryAfter when to try again; null if that is not known to help
 */
record Answer(int status, Body body, @Nullable Duration retryAfter) {

  static final String DELIVERY_ID = "X-Delivery-Id";

  /** The contract's body: {@code success} always, the others where they say something. */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      boolean success, @Nullable List<Violation> validationErrors, @Nullable String error) {}

  static Answer done() {
    return new Answer(200, new Body(true, null, null), null);
  }

  static Answer accepted() {
    return new Answer(202, new Body(true, null, null), null);
  }

  static Answer invalid(List<Violation> violations) {
    return new Answer(400, new Body(false, violations, null), null);
  }

  static Answer notFound() {
    return new Answer(404, new Body(false, null, null), null);
  }

  static Answer failed(int status, String error) {
    return new Answer(status, new Body(false, null, error), null);
  }

  static Answer later(int status, String error, Duration retryAfter) {
    return new Answer(status, new Body(false, null, error), retryAfter);
  }

  MutableHttpResponse<Body> response(DeliveryId delivery) {
    MutableHttpResponse<Body> response =
        HttpResponse.<Body>status(status, reason())
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .header(DELIVERY_ID, delivery.toString())
            .body(body);
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }
    if (status == 408 || status == 413 || status == 503) {
      // The rest of the body is not wanted; the next request needs a new connection.
      response.header(HttpHeaders.CONNECTION, "close");
    }
    return response;
  }

  private String reason() {
    return HttpStatus.getDefaultReason(status);
  }
}
