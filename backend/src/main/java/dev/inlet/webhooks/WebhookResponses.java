package dev.inlet.webhooks;

import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tells of webhooks with the URLs that open them. */
@Singleton
class WebhookResponses {

  private final OrganizationRepository organizations;
  private final PublicUrl publicUrl;

  WebhookResponses(OrganizationRepository organizations, PublicUrl publicUrl) {
    this.organizations = organizations;
    this.publicUrl = publicUrl;
  }

  WebhookResponse of(OrganizationId organization, Webhook webhook) {
    return in(organization).apply(webhook);
  }

  /** For any number of webhooks: the organization is looked up once. */
  Function<Webhook, WebhookResponse> in(OrganizationId organization) {
    UnaryOperator<String> urls = urls(organization);
    return webhook -> WebhookResponse.of(webhook, urls.apply(webhook.key()));
  }

  /** The URLs that keys stand in. */
  UnaryOperator<String> urls(OrganizationId organization) {
    String slug =
        organizations
            .find(organization)
            .map(Organization::slug)
            .orElseThrow(ProblemException::notFound)
            .value();
    return key -> publicUrl.of("/hooks/%s/%s".formatted(slug, key));
  }
}
