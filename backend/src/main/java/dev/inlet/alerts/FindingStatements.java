package dev.inlet.alerts;

/**
 * The statements that find out what changed, each with a gap for which organizations it is about.
 * What is counted is added up already; deliveries themselves are read only of webhooks that fail at
 * this very time, and of those only the newest.
 */
final class FindingStatements {

  /** Each webhook that a rule of a kind watches, with its open incident. */
  private static final String WATCHED =
      """
      WITH watched AS (
        SELECT r.organization_id, r.rule_id, w.webhook_id, r.kind, r.deliveries, r.percent, r.period_minutes,
               r.counts_rejected, i.incident_id
        FROM alert_rules r
        JOIN webhooks w ON w.organization_id = r.organization_id AND (r.webhook_id IS NULL OR w.webhook_id = r.webhook_id)
        LEFT JOIN alert_incidents i ON i.organization_id = r.organization_id AND i.rule_id = r.rule_id
          AND i.webhook_id = w.webhook_id AND i.closed_at IS NULL
        WHERE r.organization_id %1$s AND r.kind = :kind AND r.is_on AND r.deleted_at IS NULL AND w.deleted_at IS NULL AND NOT w.is_paused)
      """;

  /**
   * Begins at its percentage and is over below half of it, once something succeeds: what nobody
   * sends to any more has not recovered. Counts are added up once for each period, however many
   * rules have it.
   */
  static final String RATES =
      WATCHED
          + """
          , added AS MATERIALIZED (
            SELECT p.organization_id, p.period_minutes, c.webhook_id, sum(c.failed + c.unknown) AS failed,
                   sum(c.rejected) AS rejected, sum(c.succeeded + c.duplicate) AS succeeded
            FROM (SELECT DISTINCT organization_id, period_minutes FROM watched) p
            JOIN delivery_counts c ON c.organization_id = p.organization_id
              AND c.resolution = CASE WHEN p.period_minutes <= 60 THEN 'MINUTE' ELSE 'QUARTER' END
              AND c.starts_at >= :now::timestamptz - make_interval(mins => p.period_minutes)
            GROUP BY p.organization_id, p.period_minutes, c.webhook_id),
          counted AS (
            SELECT w.organization_id, w.rule_id, w.webhook_id,
                   a.failed + CASE WHEN w.counts_rejected THEN a.rejected ELSE 0 END AS failed, a.succeeded
            FROM watched w JOIN added a USING (organization_id, webhook_id, period_minutes))
          SELECT w.organization_id, w.rule_id, w.webhook_id, w.kind, w.period_minutes, c.failed::integer,
                 (c.failed + c.succeeded)::integer AS counted, CASE WHEN w.incident_id IS NULL THEN 'BEGINS' ELSE 'RECOVERS' END AS step
          FROM watched w JOIN counted c USING (organization_id, rule_id, webhook_id)
          WHERE CASE WHEN w.incident_id IS NULL
                     THEN c.failed + c.succeeded >= w.deliveries AND 100 * c.failed >= w.percent * (c.failed + c.succeeded)
                     ELSE c.succeeded > 0 AND 200 * c.failed < w.percent * (c.failed + c.succeeded) END
          """;

  /**
   * A streak grows by what fails now, so only webhooks of which something does are looked into:
   * each once, however many rules watch it. What is tried again after an attempt that failed is
   * failing already, long before it is given up.
   */
  static final String STREAKS =
      WATCHED
          + """
          , suspects AS (
            SELECT * FROM watched w
            WHERE w.incident_id IS NOT NULL
               OR EXISTS (SELECT FROM delivery_counts c
                          WHERE c.organization_id = w.organization_id AND c.resolution = 'QUARTER'
                            AND c.starts_at >= :now::timestamptz - interval '1 hour' AND c.webhook_id = w.webhook_id
                            AND (c.failed > 0 OR c.unknown > 0 OR w.counts_rejected AND c.rejected > 0))
               OR EXISTS (SELECT FROM deliveries d
                          WHERE d.organization_id = w.organization_id AND d.webhook_id = w.webhook_id
                            AND d.outcome = 'QUEUED' AND d.attempts_begun > 1))
          , newest AS MATERIALIZED (
            SELECT k.organization_id, k.webhook_id,
                   n.ends[1] AS is_failing, coalesce(array_position(n.ends, false), cardinality(n.ends) + 1) - 1 AS streak,
                   n.fitting[1] AS fitting_is_failing,
                   coalesce(array_position(n.fitting, false), cardinality(n.fitting) + 1) - 1 AS fitting_streak
            FROM (SELECT DISTINCT organization_id, webhook_id FROM suspects) k
            CROSS JOIN LATERAL (
              SELECT array_agg(outcome NOT IN ('SUCCEEDED', 'DUPLICATE') ORDER BY received_at DESC, delivery_id DESC) AS ends,
                     array_agg(outcome NOT IN ('SUCCEEDED', 'DUPLICATE') ORDER BY received_at DESC, delivery_id DESC)
                       FILTER (WHERE outcome <> 'REJECTED') AS fitting
              FROM (SELECT d.received_at, d.delivery_id,
                           coalesce(known_outcome(d.outcome, d.outcome_before), 'FAILED') AS outcome
                    FROM deliveries d
                    WHERE d.organization_id = k.organization_id AND d.webhook_id = k.webhook_id
                      AND d.received_at >= :now::timestamptz - interval '30 days'
                      AND (known_outcome(d.outcome, d.outcome_before) IS NOT NULL OR d.attempts_begun > 1)
                    ORDER BY d.received_at DESC, d.delivery_id DESC LIMIT 1000) latest) n)
          SELECT w.organization_id, w.rule_id, w.webhook_id, w.kind, NULL::integer AS period_minutes, w.deliveries::integer AS failed,
                 NULL::integer AS counted, CASE WHEN w.incident_id IS NULL THEN 'BEGINS' ELSE 'RECOVERS' END AS step
          FROM suspects w JOIN newest n USING (organization_id, webhook_id)
          WHERE CASE WHEN w.incident_id IS NULL
                     THEN CASE WHEN w.counts_rejected THEN n.streak ELSE n.fitting_streak END >= w.deliveries
                     ELSE NOT CASE WHEN w.counts_rejected THEN n.is_failing ELSE n.fitting_is_failing END END
          """;

  /**
   * Time begins anew when the rule or the webhook is changed: while one was off, nothing came. What
   * waits is not counted yet, and was received all the same.
   */
  static final String SILENCES =
      """
      SELECT r.organization_id, r.rule_id, r.webhook_id, r.kind, r.period_minutes, NULL::integer AS failed,
             NULL::integer AS counted, CASE WHEN i.incident_id IS NULL THEN 'BEGINS' ELSE 'RECOVERS' END AS step
      FROM alert_rules r
      CROSS JOIN LATERAL (SELECT min(w.updated_at) AS since FROM webhooks w
                          WHERE w.organization_id = r.organization_id AND w.deleted_at IS NULL AND NOT w.is_paused
                            AND (r.webhook_id IS NULL OR w.webhook_id = r.webhook_id)) active
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM delivery_counts c
                                         WHERE c.organization_id = r.organization_id AND c.resolution = 'QUARTER'
                                           AND c.starts_at > :now::timestamptz - make_interval(mins => r.period_minutes + 15)
                                           AND (r.webhook_id IS NULL OR c.webhook_id = r.webhook_id))
                                  OR EXISTS (SELECT FROM deliveries d
                                             WHERE d.organization_id = r.organization_id AND d.outcome = 'QUEUED'
                                               AND d.received_at > :now::timestamptz - make_interval(mins => r.period_minutes + 15)
                                               AND (r.webhook_id IS NULL OR d.webhook_id = r.webhook_id)) AS is_there) recent
      LEFT JOIN alert_incidents i ON i.organization_id = r.organization_id AND i.rule_id = r.rule_id
        AND i.webhook_id IS NOT DISTINCT FROM r.webhook_id AND i.closed_at IS NULL
      WHERE r.organization_id %1$s AND r.kind = 'NO_DELIVERIES' AND r.is_on AND r.deleted_at IS NULL
        AND CASE WHEN i.incident_id IS NULL
                 THEN NOT recent.is_there
                      AND greatest(r.updated_at, active.since) <= :now::timestamptz - make_interval(mins => r.period_minutes)
                      AND active.since IS NOT NULL
                 ELSE recent.is_there END
      """;

  static final String CREDENTIALS =
      """
      SELECT r.organization_id, r.rule_id, NULL::uuid AS webhook_id, r.kind, NULL::integer AS period_minutes,
             NULL::integer AS failed, NULL::integer AS counted,
             CASE WHEN i.incident_id IS NULL THEN 'BEGINS' ELSE 'RECOVERS' END AS step
      FROM alert_rules r
      LEFT JOIN connections c ON c.organization_id = r.organization_id AND c.credentials_failing_since IS NOT NULL
      LEFT JOIN alert_incidents i ON i.organization_id = r.organization_id AND i.rule_id = r.rule_id AND i.closed_at IS NULL
      WHERE r.organization_id %1$s AND r.kind = 'CREDENTIALS_FAILING' AND r.is_on AND r.deleted_at IS NULL
        AND (c.organization_id IS NULL) = (i.incident_id IS NOT NULL)
      """;

  /** What is open though nobody watches for it, and what is open, was not told and may be now. */
  static final String REST =
      """
      SELECT i.organization_id, i.rule_id, i.webhook_id, i.kind, i.period_minutes, i.failed, i.counted,
             CASE WHEN s.is_watched THEN 'IS_DUE' ELSE 'IS_DROPPED' END AS step
      FROM alert_incidents i
      CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM alert_rules r
                       WHERE r.organization_id = i.organization_id AND r.rule_id = i.rule_id AND r.is_on
                         AND r.deleted_at IS NULL AND (r.webhook_id IS NULL OR r.webhook_id = i.webhook_id)
                         AND (r.kind <> 'NO_DELIVERIES' OR r.webhook_id IS NOT DISTINCT FROM i.webhook_id))
               AND CASE WHEN i.kind = 'CREDENTIALS_FAILING' THEN true
                        ELSE EXISTS (SELECT FROM webhooks w
                                     WHERE w.organization_id = i.organization_id AND w.deleted_at IS NULL AND NOT w.is_paused
                                       AND (i.webhook_id IS NULL OR w.webhook_id = i.webhook_id)) END AS is_watched) s
      WHERE i.organization_id %1$s AND i.closed_at IS NULL
        AND (NOT s.is_watched
             OR i.told_at IS NULL
                AND NOT EXISTS (SELECT FROM alert_incidents o
                                JOIN alert_rules r ON r.organization_id = o.organization_id AND r.rule_id = o.rule_id
                                WHERE o.organization_id = i.organization_id AND o.kind = i.kind
                                  AND (o.rule_id = i.rule_id OR r.deleted_at IS NOT NULL)
                                  AND o.webhook_id IS NOT DISTINCT FROM i.webhook_id
                                  AND o.told_at > :now::timestamptz - make_interval(secs => CASE i.kind
                                    WHEN 'CREDENTIALS_FAILING' THEN :credentialsPause::float8 ELSE :pause::float8 END)))
      """;

  private FindingStatements() {}
}
