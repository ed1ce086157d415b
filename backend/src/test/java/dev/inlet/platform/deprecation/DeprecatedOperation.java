package dev.inlet.platform.deprecation;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.context.annotation.Executable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.web.router.DefaultRouteBuilder;
import jakarta.inject.Singleton;

/** An operation that will go. No controller, or it would stand in the contract. */
@Singleton
@Requires(property = DeprecatedOperation.PROPERTY)
class DeprecatedOperation {

  static final String PROPERTY = "inlet.test-deprecation";
  static final String PATH = "/api/deprecated";

  @Executable
  @Deprecation(since = "2026-05-26", sunset = "2027-06-01")
  @RequiresPermission(Permission.USE_OPENLY)
  String answer() {
    throw new ProblemException(ProblemType.NOT_POSSIBLE);
  }

  @Singleton
  @Requires(property = PROPERTY)
  @SuppressWarnings("overrides") // what the library's own methods lack
  static class Routes extends DefaultRouteBuilder {

    Routes(ExecutionHandleLocator handles) {
      super(handles);
      GET(PATH, DeprecatedOperation.class, "answer");
    }
  }
}
