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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/actions/{type}/panels")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Actions")
class PanelController {

  private final ActionTypes actionTypes;
  private final List<PanelListener> listeners;

  PanelController(ActionTypes actionTypes, List<PanelListener> listeners) {
    this.actionTypes = actionTypes;
    this.listeners = listeners;
  }

  /**
   * Lists the panels that an action can insert into, as the organization's own system has them.
   * They are remembered for some minutes; {@code refresh} reads them again.
   */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  PanelList listPanels(
      @PathVariable OrganizationId organizationId,
      @PathVariable String type,
      @Nullable @QueryValue Boolean refresh) {
    PanelAction action = actionTypes.usable(organizationId, type, PanelAction.class);
    try {
      Reading<List<PanelName>> read = action.panels(organizationId, Refresh.of(refresh));
      return new PanelList(read.value(), null, read.readAt());
    } catch (TargetUnreadableException e) {
      throw e.problem();
    }
  }

  /**
   * Shows one of these panels with the fields that can be filled. It is remembered for some
   * minutes; {@code refresh} reads it again, and compares it with the webhooks that use it.
   */
  @Get("/{panel}")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  Panel getPanel(
      @PathVariable OrganizationId organizationId,
      @PathVariable String type,
      @PathVariable String panel,
      @Nullable @QueryValue Boolean refresh) {
    PanelAction action = actionTypes.usable(organizationId, type, PanelAction.class);
    Freshness freshness = Refresh.of(refresh);
    try {
      Reading<Optional<PanelDescription>> read = action.panel(organizationId, panel, freshness);
      if (freshness == Freshness.ANEW) {
        listeners.forEach(each -> each.panelRead(organizationId, type, panel, read.value()));
      }
      PanelDescription found = read.value().orElseThrow(ProblemException::notFound);
      return new Panel(
          found.name(), found.label(), found.ownerField(), found.fields(), read.readAt());
    } catch (TargetUnreadableException e) {
      throw e.problem();
    }
  }

  /**
   * The panels of an organization's own system.
   *
   * @param nextCursor always null: there is one page
   * @param readAt when they were read
   */
  @Introspected
  @Schema(name = "PanelList")
  record PanelList(List<PanelName> items, @Nullable String nextCursor, Instant readAt) {}

  /**
   * A panel with its fields.
   *
   * @param name names it in definitions; the target's own name of it
   * @param label what people call it
   * @param ownerField the field that says whose record it is
   * @param fields what can be filled, required ones first
   * @param readAt when it was read
   */
  @Introspected
  @Schema(name = "Panel")
  record Panel(
      String name, String label, String ownerField, List<ActionField> fields, Instant readAt) {}
}
