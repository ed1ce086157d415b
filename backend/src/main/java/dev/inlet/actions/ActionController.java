package dev.inlet.actions;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/organizations/{organizationId}/actions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Actions")
class ActionController {

  private final ActionTypes actionTypes;

  ActionController(ActionTypes actionTypes) {
    this.actionTypes = actionTypes;
  }

  /** Lists what a webhook of this organization can do, with the fields of each action. */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  Page<ActionDescription> listActions(@PathVariable OrganizationId organizationId) {
    return new Page<>(actionTypes.describe(organizationId), null);
  }
}
