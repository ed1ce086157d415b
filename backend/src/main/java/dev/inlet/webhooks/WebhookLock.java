package dev.inlet.webhooks;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import org.jdbi.v3.core.Handle;

/** Lets changes beside a webhook's versions happen one after the other. */
final class WebhookLock {

  private static final String SELECT =
      """
      SELECT name FROM webhooks
      WHERE organization_id = :organization AND webhook_id = :webhook AND deleted_at IS NULL
      """;

  private WebhookLock() {}

  /** Until the transaction ends nobody else makes a webhook of the organization. */
  static void holdMaking(OrganizationId organization, Handle handle) {
    handle
        .createQuery(
            "SELECT pg_advisory_xact_lock(hashtextextended('webhooks ' || :organization, 0)) IS NULL")
        .bind("organization", organization.toString())
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Keeps others out until the transaction ends, and gives the webhook's name.
   *
   * @throws ProblemException if there is no such webhook
   */
  static String hold(OrganizationId organization, Handle handle, WebhookId webhook) {
    return name(organization, handle, webhook, SELECT + " FOR UPDATE");
  }

  /**
   * Keeps nobody out.
   *
   * @throws ProblemException if there is no such webhook
   */
  static void require(OrganizationId organization, Handle handle, WebhookId webhook) {
    name(organization, handle, webhook, SELECT);
  }

  private static String name(
      OrganizationId organization, Handle handle, WebhookId webhook, String sql) {
    return handle
        .createQuery(sql)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .mapTo(String.class)
        .findOne()
        .orElseThrow(ProblemException::notFound);
  }
}
