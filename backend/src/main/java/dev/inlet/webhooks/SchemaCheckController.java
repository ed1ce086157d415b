package dev.inlet.webhooks;

import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.schema.Draft;
import dev.inlet.webhooks.schema.SchemaCheck;
import dev.inlet.webhooks.schema.SchemaProblem;
import dev.inlet.webhooks.schema.SchemaProperty;
import dev.inlet.webhooks.schema.Schemas;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/check-schema")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class SchemaCheckController {

  private final Schemas schemas;

  SchemaCheckController(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Checks a JSON Schema as typed: the body is its text, whatever its content type. */
  @Post
  @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON, MediaType.ALL})
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  SchemaCheckResponse checkSchema(
      @PathVariable OrganizationId organizationId, @Nullable @Body String text) {
    SchemaCheck check = schemas.checkText(text == null ? "" : text);
    Draft draft = check.draft();
    return new SchemaCheckResponse(
        check.problems().isEmpty(),
        draft == null ? null : draft.label(),
        check.problems(),
        check.properties());
  }

  /**
   * What a look at a schema found.
   *
   * @param valid whether it can be saved
   * @param draft the draft it is written in, such as 2020-12; null if that cannot be told
   * @param problems why it cannot be saved
   * @param properties what can be mapped
   */
  @Introspected
  @Schema(name = "SchemaCheckResponse")
  record SchemaCheckResponse(
      boolean valid,
      @Nullable String draft,
      List<SchemaProblem> problems,
      List<SchemaProperty> properties) {}
}
