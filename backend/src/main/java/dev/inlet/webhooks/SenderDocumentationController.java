package dev.inlet.webhooks;

import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.http.Download;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.schema.SamplePayload;
import dev.inlet.webhooks.schema.SchemaCheck;
import dev.inlet.webhooks.schema.Schemas;
import dev.inlet.webhooks.senders.SenderOpenApi;
import dev.inlet.webhooks.senders.SenderPage;
import dev.inlet.webhooks.senders.Sending;
import dev.inlet.webhooks.senders.SendingLimits;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to hand to a third party that is to send to a webhook. */
@Controller("/api/organizations/{organizationId}/webhooks/{webhookId}/sender-documentation")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class SenderDocumentationController {

  private final WebhookRepository webhooks;
  private final WebhookResponses responses;
  private final Verifications verifications;
  private final OrganizationRepository organizations;
  private final Schemas schemas;
  private final SendingLimits limits;
  private final Clock clock;

  SenderDocumentationController(
      WebhookRepository webhooks,
      WebhookResponses responses,
      Verifications verifications,
      OrganizationRepository organizations,
      Schemas schemas,
      SendingLimits limits,
      Clock clock) {
    this.webhooks = webhooks;
    this.responses = responses;
    this.verifications = verifications;
    this.organizations = organizations;
    this.schemas = schemas;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Tells a third party all that it takes to send to a webhook, as a file: the URL, the schema, an
   * example, every answer, and how to prove who one is, without the secret. The URL is in it.
   *
   * @param format HTML is for people and prints well; OPENAPI (3.1, JSON) is for programs
   */
  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  HttpResponse<InputStream> getSenderDocumentation(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Nullable @QueryValue SenderDocumentationFormat format) {
    Sending sending = sending(organizationId, new WebhookId(webhookId));
    return switch (format == null ? SenderDocumentationFormat.HTML : format) {
      case HTML -> file("how-to-send.html", "text/html; charset=utf-8", SenderPage.of(sending));
      case OPENAPI ->
          file(
              "how-to-send.openapi.json",
              MediaType.APPLICATION_JSON,
              SenderOpenApi.of(sending).toPrettyString());
    };
  }

  private static HttpResponse<InputStream> file(String name, String type, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return Download.of(name, new MediaType(type), out -> out.write(bytes));
  }

  private Sending sending(OrganizationId organization, WebhookId id) {
    Webhook webhook = webhooks.find(organization, id).orElseThrow(ProblemException::notFound);
    WebhookContent content = webhook.content();
    SchemaCheck check = schemas.check(content.schema());
    return new Sending(
        organizations
            .find(organization)
            .map(Organization::name)
            .orElseThrow(ProblemException::notFound),
        webhook.name(),
        webhook.version(),
        responses.urls(organization).apply(webhook.key()),
        content.acknowledgement() == Acknowledgement.ON_RECEIPT,
        content.deadline(),
        check.draftOrNewest(),
        content.schema(),
        check.properties(),
        check
            .sound()
            .flatMap(schema -> SamplePayload.of(organization, content.schema(), schema))
            .orElse(null),
        verifications.find(organization, id).verification(),
        content.idempotency(),
        content.queue(),
        limits,
        clock.instant());
  }

  /** The form of what a third party is told. */
  enum SenderDocumentationFormat {
    HTML,
    OPENAPI
  }
}
