package dev.inlet.actions;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
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

  /** Lists the panels that an action can insert into, as the organization's own system has them. */
  @Get("/{type}/panels")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  Page<PanelName> listPanels(
      @PathVariable OrganizationId organizationId, @PathVariable String type) {
    PanelAction action = available(organizationId, type);
    try {
      return new Page<>(action.panels(organizationId), null);
    } catch (PanelsUnreadableException e) {
      throw problem(e);
    }
  }

  /** Shows one of these panels with the fields that can be filled. */
  @Get("/{type}/panels/{panel}")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  PanelDescription getPanel(
      @PathVariable OrganizationId organizationId,
      @PathVariable String type,
      @PathVariable String panel) {
    PanelAction action = available(organizationId, type);
    try {
      return action.panel(organizationId, panel).orElseThrow(ProblemException::notFound);
    } catch (PanelsUnreadableException e) {
      throw problem(e);
    }
  }

  /** The action, if it has panels and the organization can use it. */
  private PanelAction available(OrganizationId organization, String type) {
    PanelAction action =
        actionTypes
            .find(type)
            .filter(PanelAction.class::isInstance)
            .map(PanelAction.class::cast)
            .orElseThrow(ProblemException::notFound);
    String obstacle = action.describe(organization).unavailableBecause();
    if (obstacle != null) {
      throw new ProblemException(ProblemType.NOT_POSSIBLE, obstacle);
    }
    return action;
  }

  private static ProblemException problem(PanelsUnreadableException e) {
    return e.reason() == FailureReason.NOT_CONNECTED
        ? new ProblemException(ProblemType.CONNECTION_REQUIRED)
        : new ProblemException(ProblemType.TARGET_UNREADABLE, e.sentence());
  }
}
