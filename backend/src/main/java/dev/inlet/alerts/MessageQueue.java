package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Hands out messages that are due, of all organizations. No node's life is watched: whoever claims
 * one puts it off, and so it comes up again if they die.
 */
@Singleton
class MessageQueue {

  private static final int OF_ORGANIZATION_MAX = 2;

  private final Database database;
  private final Clock clock;

  MessageQueue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A message that is now the claimant's to send.
   *
   * @param attempts how often it was claimed, this time included
   */
  record Claimed(
      OrganizationId organization, UUID endpoint, UUID id, Instant createdAt, int attempts) {}

  /**
   * Claims messages, each for one claimant only: of each endpoint one at a time, of each
   * organization few on all nodes together, and first of who was sent none for longest. So those
   * whose endpoints are slow hold up nobody but themselves.
   *
   * @param life how long the claimant may take; after that the message is due again
   */
  List<Claimed> claim(int max, Duration life) {
    Instant now = clock.instant();
    return database.forAlerts(
        handle ->
            handle
                .createQuery(
                    """
                    WITH firsts AS MATERIALIZED (
                      SELECT DISTINCT ON (organization_id, endpoint_id) organization_id, message_id, due_at
                      FROM alert_messages m
                      WHERE due_at <= :now
                        AND NOT EXISTS (SELECT FROM alert_messages c
                                        WHERE c.organization_id = m.organization_id AND c.endpoint_id = m.endpoint_id
                                          AND c.claimed_until > :now)
                      ORDER BY organization_id, endpoint_id, due_at, message_id),
                    turns AS MATERIALIZED (
                      SELECT organization_id, message_id,
                             row_number() OVER (PARTITION BY organization_id ORDER BY due_at, message_id)
                               + (SELECT count(*) FROM alert_messages c
                                  WHERE c.organization_id = f.organization_id AND c.claimed_until > :now) AS place,
                             (SELECT max(claimed_until) FROM alert_messages c
                              WHERE c.organization_id = f.organization_id) AS served_at
                      FROM firsts f),
                    due AS MATERIALIZED (
                      SELECT m.organization_id, m.message_id
                      FROM alert_messages m JOIN turns t USING (organization_id, message_id)
                      WHERE m.due_at <= :now AND t.place <= :ofOrganization
                      ORDER BY t.place, t.served_at NULLS FIRST, m.due_at, m.message_id LIMIT :max FOR UPDATE OF m SKIP LOCKED)
                    UPDATE alert_messages m SET due_at = :until, claimed_until = :until, attempts = m.attempts + 1
                    FROM due WHERE m.organization_id = due.organization_id AND m.message_id = due.message_id
                    RETURNING m.organization_id, m.endpoint_id, m.message_id, m.created_at, m.attempts
                    """)
                .bind("now", now)
                .bind("until", now.plus(life))
                .bind("max", max)
                .bind("ofOrganization", OF_ORGANIZATION_MAX)
                .map((row, context) -> claimed(row))
                .list());
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("endpoint_id", UUID.class),
        row.getObject("message_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }
}
