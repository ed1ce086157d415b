package dev.inlet.observability;

import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation that logs. */
@Hidden
@Controller("/api/organizations/{organizationId}/logging")
@Requires(property = "test.log")
class LoggingController {

  static final String MESSAGE = "An operation of a test\nlogs";

  private static final Logger LOG = LoggerFactory.getLogger(LoggingController.class);

  @Get
  @ExecuteOn(TaskExecutors.BLOCKING)
  @RequiresPermission(Permission.USE_OPENLY)
  String log(UUID organizationId) {
    LOG.warn(MESSAGE);
    return organizationId.toString();
  }
}
