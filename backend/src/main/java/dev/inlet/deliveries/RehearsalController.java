package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.schema.SchemaCheck;
import dev.inlet.webhooks.schema.Schemas;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/{webhookId}/rehearsal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class RehearsalController {

  private final Schemas schemas;
  private final Rehearsals rehearsals;

  RehearsalController(Schemas schemas, Rehearsals rehearsals) {
    this.schemas = schemas;
    this.rehearsals = rehearsals;
  }

  /** Tells what a schema would have said to the last deliveries of a webhook. Changes nothing. */
  @Post
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  Rehearsal rehearseSchema(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Valid @Body RehearsalRequest request) {
    SchemaCheck check = schemas.check(request.schema());
    return rehearsals.rehearse(
        organizationId,
        new WebhookId(webhookId),
        check.sound().orElseThrow(() -> unsound(check)),
        request.last() == null ? RehearsalRequest.LAST_DEFAULT : request.last());
  }

  private static ProblemException unsound(SchemaCheck check) {
    return new ProblemException(
        ProblemType.INVALID_DEFINITION,
        null,
        check.problems().stream()
            .map(problem -> new FieldError("/schema" + problem.pointer(), problem.message()))
            .toList());
  }

  /**
   * A schema to try.
   *
   * @param last how many deliveries to look at, at most; 100 if left out
   */
  @Introspected
  @Schema(name = "RehearsalRequest")
  record RehearsalRequest(
      @NotNull(message = "The schema is missing.") JsonNode schema,
      @Nullable
          @Min(value = 1, message = "Look at 1 to 200 deliveries.")
          @Max(value = 200, message = "Look at 1 to 200 deliveries.")
          Integer last) {

    static final int LAST_DEFAULT = 100;
  }
}
