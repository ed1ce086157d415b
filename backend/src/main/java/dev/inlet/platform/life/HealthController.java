package dev.inlet.platform.life;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/**
 * What a supervisor and whoever distributes requests ask. Answered on the event loop out of what is
 * known: strangers who keep asking cost no connection and no thread.
 */
@Hidden
@Controller("/health")
@Produces(MediaType.APPLICATION_JSON)
@Requires(beans = Readiness.class)
class HealthController {

  private static final Health UP = new Health("UP", List.of());

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  /**
   * An answer.
   *
   * @param reasons a sentence each; empty if it is up
   */
  record Health(String status, List<String> reasons) {}

  /** That the process is alive, and nothing else: starting it anew mends nothing that is away. */
  @Get("/liveness")
  Health liveness() {
    return UP;
  }

  @Get(uris = {"/readiness", "/"})
  HttpResponse<Health> readiness() {
    List<String> reasons = readiness.reasons();
    return reasons.isEmpty()
        ? HttpResponse.ok(UP)
        : HttpResponse.<Health>status(HttpStatus.SERVICE_UNAVAILABLE)
            .body(new Health("DOWN", reasons));
  }
}
