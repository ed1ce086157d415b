package dev.inlet.identity;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

@Controller("/api/me/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class OwnSessionController {

  private final Sessions sessions;

  OwnSessionController(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Lists where one is signed in, the last used first. */
  @Get
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  Page<SessionResponse> listSessions(@Parameter(hidden = true) Caller.Person person) {
    return new Page<>(
        sessions.listOf(person.user()).stream()
            .map(session -> SessionResponse.of(session, person))
            .toList(),
        null);
  }

  /** Signs out everywhere, here included. */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  void endSessions(@Parameter(hidden = true) Caller.Person person) {
    sessions.endAll(person.user(), person.actor());
  }

  /** Signs out in one place. */
  @Delete("/{sessionId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  void endSession(@PathVariable UUID sessionId, @Parameter(hidden = true) Caller.Person person) {
    if (!sessions.end(person.user(), sessionId, person.actor())) {
      throw ProblemException.notFound();
    }
  }
}
