package dev.inlet.identity;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

@Controller("/api/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in")
class MeController {

  private final UserRepository users;
  private final MemberRepository members;

  MeController(UserRepository users, MemberRepository members) {
    this.users = users;
    this.members = members;
  }

  /** Shows who is signed in and which organizations they belong to. */
  @Get
  MeResponse getMe(@Parameter(hidden = true) Authentication authentication) {
    User user =
        users
            .find(Caller.of(authentication).user())
            .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
    return new MeResponse(user.id().value(), user.email(), user.name(), members.listOf(user.id()));
  }

  /** The signed-in user. */
  @Introspected
  @Schema(name = "MeResponse")
  record MeResponse(UUID id, String email, String name, List<Membership> memberships) {}
}
