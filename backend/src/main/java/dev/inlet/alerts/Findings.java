package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what changed about anything that a rule watches, with one statement for each kind of
 * rule over all organizations. What one of them has made up must not keep the others from being
 * told: if that statement takes too long, or stumbles over a value, each organization is looked at
 * apart, a few seconds at a time and going on where that left off, and belongs to the common look
 * again once its own was quick. Any other failure is everybody's, and what is there is found the
 * next time.
 */
@Singleton
class Findings {

  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

  private static final String APART_TIMEOUT = "SET LOCAL statement_timeout = '2s'";

  /** For how long organizations are looked at apart in one turn. */
  private static final Duration APART = Duration.ofSeconds(5);

  /** Whoever takes longer would be apart again soon. */
  private static final Duration QUICK = Duration.ofMillis(500);

  private final Database database;
  private final Clock clock;

  /** Who is looked at apart, next first. */
  private final Map<Look, SequencedSet<OrganizationId>> apart = new EnumMap<>(Look.class);

  Findings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is looked at in one go; the last is about what the others have begun. */
  enum Look {
    RATES(FindingStatements.RATES, AlertKind.FAILURE_RATE),
    STREAKS(FindingStatements.STREAKS, AlertKind.FAILURE_STREAK),
    SILENCES(FindingStatements.SILENCES, AlertKind.NO_DELIVERIES),
    CREDENTIALS(FindingStatements.CREDENTIALS, AlertKind.CREDENTIALS_FAILING),
    REST(FindingStatements.REST, AlertKind.FAILURE_RATE);

    private final String sql;
    private final AlertKind kind;

    Look(String sql, AlertKind kind) {
      this.sql = sql;
      this.kind = kind;
    }
  }

  synchronized List<Change> find(Look look) {
    SequencedSet<OrganizationId> some = apart.computeIfAbsent(look, first -> new LinkedHashSet<>());
    List<Change> found = new ArrayList<>();
    try {
      found.addAll(ofAllBut(look, some));
    } catch (JdbiException e) {
      LOG.warn("{} of all together could not be found: {}", look, SqlState.of(e));
      if (isEverybodys(e)) {
        return List.of();
      }
      some.addAll(organizations());
    }
    found.addAll(ofEach(look, some, Deadline.in(APART)));
    return found;
  }

  private static boolean isEverybodys(JdbiException e) {
    return !SqlState.isGivenUp(e) && !SqlState.isOfData(e);
  }

  private List<Change> ofAllBut(Look look, Collection<OrganizationId> some) {
    return database.forAlerts(
        handle ->
            read(
                query(handle, look, "<> ALL (:some)")
                    .bindArray(
                        "some", UUID.class, some.stream().map(OrganizationId::value).toList())));
  }

  /** Looks at some one after the other, as long as there is time, and keeps those that fail. */
  private List<Change> ofEach(Look look, SequencedSet<OrganizationId> some, Deadline deadline) {
    List<Change> found = new ArrayList<>();
    for (OrganizationId organization : List.copyOf(some)) {
      if (deadline.remaining().isZero()) {
        break;
      }
      Deadline quick = Deadline.in(QUICK);
      try {
        found.addAll(of(look, organization));
        if (quick.remaining().isZero()) {
          some.addLast(organization);
        } else {
          some.remove(organization);
        }
      } catch (JdbiException e) {
        LOG.warn("{} of {} could not be found: {}", look, organization, SqlState.of(e));
        if (isEverybodys(e)) {
          break;
        }
        some.addLast(organization);
      }
    }
    return found;
  }

  private List<Change> of(Look look, OrganizationId organization) {
    return database.forAlerts(
        handle -> {
          handle.execute(APART_TIMEOUT);
          return read(
              query(handle, look, "= :organization").bind("organization", organization.value()));
        });
  }

  private List<OrganizationId> organizations() {
    return database.forAlerts(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT organization_id FROM alert_rules WHERE is_on AND deleted_at IS NULL
                    UNION SELECT organization_id FROM alert_incidents WHERE closed_at IS NULL
                    """)
                .mapTo(UUID.class)
                .map(OrganizationId::new)
                .list());
  }

  private Query query(Handle handle, Look look, String organizations) {
    return handle
        .createQuery(look.sql.formatted(organizations))
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("kind", look.kind)
        .bind("now", clock.instant())
        .bind("credentialsPause", AlertKind.CREDENTIALS_FAILING.pause().toSeconds())
        .bind("pause", AlertKind.FAILURE_RATE.pause().toSeconds());
  }

  private static List<Change> read(Query query) {
    return query.map((row, context) -> change(row)).list();
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("rule_id", UUID.class),
        row.getObject("webhook_id", UUID.class),
        AlertKind.valueOf(row.getString("kind")),
        Change.Step.valueOf(row.getString("step")),
        row.getObject("failed", Integer.class),
        row.getObject("counted", Integer.class),
        row.getObject("period_minutes", Integer.class));
  }
}
