package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds out which delivery has an idempotency key, and what became of it. */
@Singleton
public class FirstDeliveryRepository {

  private final Database database;

  FirstDeliveryRepository(Database database) {
    this.database = database;
  }

  private record Holder(DeliveryId delivery, byte[] body) {}

  /** The delivery that has what is claimed; empty if none had at the time of the claim. */
  public Optional<FirstDelivery> find(OrganizationId organization, WebhookId webhook, Claim claim) {
    return database.inOrganization(
        organization,
        handle ->
            holder(handle, organization, webhook, claim)
                .map(holder -> first(handle, organization, holder)));
  }

  private Optional<Holder> holder(
      Handle handle, OrganizationId organization, WebhookId webhook, Claim claim) {
    return handle
        .createQuery(
            """
            SELECT delivery_id, body_hash FROM idempotency_keys
            WHERE organization_id = :organization AND webhook_id = :webhook AND key_hash = :key
              AND held_until > :now
            """)
        .bind("organization", organization.value())
        .bind("webhook", webhook.value())
        .bind("key", claim.key())
        .bind("now", claim.at())
        .map(
            (row, context) ->
                new Holder(
                    new DeliveryId(row.getObject("delivery_id", UUID.class)),
                    row.getBytes("body_hash")))
        .findOne();
  }

  private static FirstDelivery first(Handle handle, OrganizationId organization, Holder holder) {
    return DeliveryQuery.keyed(
            handle.createQuery(
                """
                SELECT d.outcome, d.outcome_before, d.status_code, d.first_reason, coalesce(d.answered_error, a.error) AS error
                FROM deliveries d
                LEFT JOIN attempts a ON a.organization_id = d.organization_id AND a.received_at = d.received_at
                                    AND a.delivery_id = d.delivery_id AND a.number = 1
                WHERE d.organization_id = :organization AND d.received_at = :receivedAt AND d.delivery_id = :id
                """),
            new DeliveryKey(organization, holder.delivery()))
        .map((row, context) -> first(row, holder))
        .findOne()
        .orElseGet(
            () ->
                new FirstDelivery(holder.delivery(), holder.body(), null, null, null, null, null));
  }

  private static FirstDelivery first(ResultSet row, Holder holder) throws SQLException {
    return new FirstDelivery(
        holder.delivery(),
        holder.body(),
        outcome(row, "outcome"),
        outcome(row, "outcome_before"),
        row.getObject("status_code", Integer.class),
        row.getString("error"),
        DeliveryColumns.reason(row, "first_reason"));
  }

  private static @Nullable Outcome outcome(ResultSet row, String column) throws SQLException {
    String outcome = row.getString(column);
    return outcome == null ? null : Outcome.valueOf(outcome);
  }
}
