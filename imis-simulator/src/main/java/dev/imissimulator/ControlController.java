package dev.imissimulator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;

/** The simulator's own address, beside iMIS's. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
final class ControlController {
  private final Switchboard switchboard;
  private final Control control;
  private final Tokens tokens;
  private final RequestLog requestLog;

  ControlController(
      Switchboard switchboard, Control control, Tokens tokens, RequestLog requestLog) {
    this.switchboard = switchboard;
    this.control = control;
    this.tokens = tokens;
    this.requestLog = requestLog;
  }

  @Get("/switches")
  HttpResponse<byte[]> switches() {
    return json(HttpStatus.OK, switchboard.current());
  }

  @Patch("/switches")
  HttpResponse<byte[]> change(@Body byte[] patch) {
    try {
      return json(HttpStatus.OK, control.merge(patch));
    } catch (IllegalArgumentException e) {
      return json(HttpStatus.BAD_REQUEST, Json.object().put("error", e.getMessage()));
    }
  }

  @Delete("/state")
  HttpResponse<?> reset() {
    control.reset();
    return HttpResponse.noContent();
  }

  @Delete("/tokens")
  HttpResponse<?> revokeTokens() {
    tokens.revokeAll();
    return HttpResponse.noContent();
  }

  @Get("/requests")
  HttpResponse<byte[]> requests() {
    return json(HttpStatus.OK, requestLog.requests());
  }

  private static HttpResponse<byte[]> json(HttpStatus status, Object body) {
    return HttpResponse.<byte[]>status(status)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(Json.bytes(body));
  }
}
