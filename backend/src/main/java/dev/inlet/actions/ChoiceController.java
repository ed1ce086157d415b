package dev.inlet.actions;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/actions/{type}/choices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Actions")
class ChoiceController {

  private final ActionTypes actionTypes;

  ChoiceController(ActionTypes actionTypes) {
    this.actionTypes = actionTypes;
  }

  /**
   * Lists the values that the organization's own system suggests for a field. They are remembered
   * for some minutes; {@code refresh} reads them again.
   */
  @Get("/{field}")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  ChoiceList listChoices(
      @PathVariable OrganizationId organizationId,
      @PathVariable String type,
      @PathVariable String field,
      @Nullable @QueryValue Boolean refresh) {
    ChoiceAction action = actionTypes.usable(organizationId, type, ChoiceAction.class);
    if (!action.describe(organizationId).fieldsWithChoices().contains(field)) {
      throw ProblemException.notFound();
    }
    try {
      Reading<List<Choice>> read = action.choices(organizationId, field, Refresh.of(refresh));
      return new ChoiceList(read.value(), null, read.readAt());
    } catch (TargetUnreadableException e) {
      throw e.problem();
    }
  }

  /**
   * What an organization's own system suggests for a field.
   *
   * @param nextCursor always null: there is one page
   * @param readAt when it was read
   */
  @Introspected
  @Schema(name = "ChoiceList")
  record ChoiceList(List<Choice> items, @Nullable String nextCursor, Instant readAt) {}
}
