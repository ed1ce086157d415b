package dev.inlet.webhooks;

import dev.inlet.platform.http.Download;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import dev.inlet.webhooks.FilePlan.Others;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks as code")
class WebhookFileController {

  static final int OF_EACH_MAX = 1;
  static final int OF_ALL_MAX = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final MediaType YAML = new MediaType("application/yaml");

  /** By which programs tell a plan from another without reading it. */
  private static final String FINGERPRINT = "Inlet-Plan-Fingerprint";

  private static final String CHANGES = "Inlet-Plan-Changes";
  private static final String PROBLEMS = "Inlet-Plan-Problems";

  /** Takes a file, and answers a plan. */
  @Consumes(MediaType.ALL)
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FilePlan.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string"))
      })
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface TellsPlan {}

  /** A file may have hundreds of schemas to compile, and panels to look up. */
  private final Places places = new Places(OF_EACH_MAX, OF_ALL_MAX, PATIENCE);

  private final WebhookFileExport export;
  private final FilePlanner planner;
  private final FileApplication application;

  WebhookFileController(
      WebhookFileExport export, FilePlanner planner, FileApplication application) {
    this.export = export;
    this.planner = planner;
    this.application = application;
  }

  /** Writes all webhooks as a YAML file that can be applied: no secret and no URL is in it. */
  @Get("/export")
  @Produces("application/yaml")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  HttpResponse<InputStream> exportWebhooks(@PathVariable OrganizationId organizationId) {
    return Download.of("inlet.yaml", YAML, out -> export.write(organizationId, out));
  }

  /**
   * Says what applying a file would change, setting by setting, or why it cannot be applied. The
   * body is the file, whatever its content type. With Accept: text/plain, says so in lines to read;
   * the headers Inlet-Plan-Fingerprint, Inlet-Plan-Changes and Inlet-Plan-Problems (their numbers)
   * come either way.
   */
  @Post("/plan")
  @TellsPlan
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  HttpResponse<?> planWebhooks(
      @PathVariable OrganizationId organizationId,
      @Parameter(description = "What is to become of webhooks that are not in the file.")
          @Nullable
          @QueryValue
          Others others,
      @Body byte[] file,
      HttpRequest<?> request,
      @Parameter(hidden = true) Caller caller) {
    return answer(
        request,
        places.in(
            organizationId,
            caller.id(),
            () -> planner.plan(organizationId, file, others(others), caller).plan()));
  }

  /**
   * Does what the plan of the same file says, all of it or nothing; a second time there is nothing
   * to do. Answers what was done, in the form of the plan.
   */
  @Post("/apply")
  @TellsPlan
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  HttpResponse<?> applyWebhooks(
      @PathVariable OrganizationId organizationId,
      @Parameter(description = "What becomes of webhooks that are not in the file.")
          @Nullable
          @QueryValue
          Others others,
      @Parameter(
              description =
                  "The plan's: 409 if it is another by now. Left out, whatever is planned now is done.")
          @Nullable
          @QueryValue
          String fingerprint,
      @Body byte[] file,
      HttpRequest<?> request,
      @Parameter(hidden = true) Caller caller) {
    return answer(
        request,
        places.in(
            organizationId,
            caller.id(),
            () -> application.apply(organizationId, file, others(others), fingerprint, caller)));
  }

  private static Others others(@Nullable Others others) {
    return Objects.requireNonNullElse(others, Others.LEAVE);
  }

  private static HttpResponse<?> answer(HttpRequest<?> request, FilePlan plan) {
    boolean isForReading = request.accept().contains(MediaType.TEXT_PLAIN_TYPE);
    MutableHttpResponse<?> answer =
        isForReading
            ? HttpResponse.ok(FilePlanText.of(plan)).contentType(MediaType.TEXT_PLAIN_TYPE)
            : HttpResponse.ok(plan).contentType(MediaType.APPLICATION_JSON_TYPE);
    return answer
        .header(FINGERPRINT, plan.fingerprint())
        .header(CHANGES, String.valueOf(plan.changes()))
        .header(PROBLEMS, String.valueOf(plan.problems().size()));
  }
}
