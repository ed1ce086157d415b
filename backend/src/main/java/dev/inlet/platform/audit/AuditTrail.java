package dev.inlet.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.StorableText;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the audit trail; nothing of Inlet changes what stands there, and it is deleted only
 * with its organization.
 */
@Singleton
public class AuditTrail {

  /**
   * Stands for the installation itself: support staff, deleted organizations, users who belong
   * nowhere.
   */
  public static final OrganizationId INSTALLATION = new OrganizationId(new UUID(0, 0));

  private static final String COLUMNS =
      """
      INSERT INTO audit_events (organization_id, event_id, occurred_at, action, actor_kind, actor_id, actor_name,
                                target_id, target_name, source_address, device, before, after, reason)
      """;
  private static final String VALUES =
      """
      :eventId, :at, :action, :actorKind, CAST(:actorId AS uuid), :actorName, :targetId, :targetName, :sourceAddress, :device,
      CAST(:before AS json), CAST(:after AS json), :reason
      """;

  private static final int TEXT_LENGTH_MAX = 1_000;

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  AuditTrail(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Appends to an organization's trail, in the transaction that does what the entry tells.
   *
   * @param handle of a transaction for this organization
   */
  public void record(Handle handle, OrganizationId organization, Actor actor, AuditEntry entry) {
    Update insert =
        handle
            .createUpdate(COLUMNS + "VALUES (:organization, " + VALUES + ")")
            .bind("organization", organization.value());
    bind(insert, actor, entry).execute();
  }

  /** Appends to an organization's trail what changed nothing. */
  public void record(OrganizationId organization, Actor actor, AuditEntry entry) {
    database.useOrganization(organization, handle -> record(handle, organization, actor, entry));
  }

  /**
   * Appends what somebody did to a user's account to the trail of each organization the user
   * belongs to; of the installation if they belong to none.
   *
   * @param handle of a transaction for this user
   */
  public void recordOfUser(Handle handle, UserId user, Actor actor, AuditEntry entry) {
    Update insert =
        handle
            .createUpdate(
                COLUMNS
                    + """
                    SELECT organization_id, %s FROM (
                      SELECT organization_id FROM members WHERE user_id = :user
                      UNION ALL
                      SELECT CAST(:installation AS uuid) WHERE NOT EXISTS (SELECT FROM members WHERE user_id = :user)
                    ) concerned
                    """
                        .formatted(VALUES))
            .bind("user", user.value())
            .bind("installation", INSTALLATION.value());
    bind(insert, actor, entry).execute();
  }

  private Update bind(Update insert, Actor actor, AuditEntry entry) {
    Instant now = clock.instant();
    return insert
        .bind("eventId", Ids.at(now))
        .bind("at", now)
        .bind("action", entry.action())
        .bind("actorKind", actor.kind())
        .bind("actorId", actor.id())
        .bind("actorName", text(actor.name()))
        .bind("targetId", text(entry.targetId()))
        .bind("targetName", text(entry.targetName()))
        .bind("sourceAddress", actor.origin().address())
        .bind("device", actor.origin().device())
        .bind("before", write(entry.before()))
        .bind("after", write(entry.after()))
        .bind("reason", text(entry.reason()));
  }

  private static @Nullable String text(@Nullable String text) {
    return StorableText.of(text, TEXT_LENGTH_MAX);
  }

  private @Nullable String write(Map<String, ?> values) {
    try {
      return values.isEmpty() ? null : json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An audit event could not be written", e);
    }
  }
}
