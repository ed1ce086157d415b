package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldValue;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import dev.inlet.webhooks.schema.Violation;
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
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/preview")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class PreviewController {

  /** Each may take as much of a processor as a validation may. */
  private static final int OF_ORGANIZATION_MAX = 2;

  private static final int OF_ALL_MAX = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Places places = new Places(OF_ORGANIZATION_MAX, OF_ALL_MAX, PATIENCE);
  private final WebhookCompiler compiler;

  PreviewController(WebhookCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Shows what a definition would make of a payload: the record it would send, or the violations.
   * Sends nothing.
   */
  @Post
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  PreviewResponse preview(
      @PathVariable OrganizationId organizationId, @Valid @Body PreviewRequest request) {
    Preview preview =
        places.in(
            organizationId,
            () ->
                Preview.of(
                    compiler,
                    organizationId,
                    request.schema(),
                    request.action(),
                    request.payload()));
    return new PreviewResponse(preview.violations(), preview.problems(), record(preview.record()));
  }

  private static @Nullable List<PreviewField> record(@Nullable ConvertedRecord converted) {
    return converted == null
        ? null
        : converted.values().entrySet().stream().map(PreviewController::field).toList();
  }

  private static PreviewField field(Map.Entry<String, FieldValue> entry) {
    return new PreviewField(entry.getKey(), text(entry.getValue()));
  }

  private static String text(FieldValue value) {
    return switch (value) {
      case FieldValue.Text text -> text.value();
      case FieldValue.Whole whole -> String.valueOf(whole.value());
      case FieldValue.Decimal decimal -> decimal.value().toPlainString();
      case FieldValue.Truth truth -> String.valueOf(truth.value());
      case FieldValue.DateTime moment -> moment.value().toString();
      case FieldValue.Day day -> day.value().toString();
    };
  }

  /** A definition, saved or not, and a payload to try on it. */
  @Introspected
  @Schema(name = "PreviewRequest")
  record PreviewRequest(
      @NotNull(message = "The schema is missing.") JsonNode schema,
      @NotNull(message = "The action is missing.") @Valid ActionDefinition action,
      @NotNull(message = "The payload is missing.") JsonNode payload) {}

  /**
   * What would happen.
   *
   * @param violations how the payload breaks the schema; the caller would be answered 400
   * @param problems values that do not go into their fields; the caller would be answered 500
   * @param record the fields that would be sent; null if there are violations or problems
   */
  @Introspected
  @Schema(name = "PreviewResponse")
  record PreviewResponse(
      List<Violation> violations,
      List<FieldProblem> problems,
      @Nullable List<PreviewField> record) {}

  /** One field of the record that would be sent. */
  @Introspected
  @Schema(name = "PreviewField")
  record PreviewField(String field, String value) {}
}
