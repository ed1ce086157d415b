package dev.inlet.alerts;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what changed about anything that a rule watches, with one statement for each kind of
 * rule over all organizations. If that fails, each organization is looked at by itself, and whose
 * look takes too long is left out of the common one until it does no longer: what one of them has
 * made up must not keep the others from being told.
 */
@Singleton
class Findings {

  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

  /** How many that take too long are looked at in one turn. */
  private static final int SLOW_AT_ONCE_MAX = 3;

  private static final String APART_TIMEOUT = "SET LOCAL statement_timeout = '2s'";

  private final Database database;
  private final Clock clock;
  private final Map<Look, List<OrganizationId>> slow = new EnumMap<>(Look.class);

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
    List<OrganizationId> apart = slow.getOrDefault(look, List.of());
    try {
      List<Change> found = new ArrayList<>(ofAllBut(look, apart));
      found.addAll(ofEach(look, apart, SLOW_AT_ONCE_MAX));
      return found;
    } catch (JdbiException e) {
      LOG.warn("{} of all together could not be found, so each is looked at: {}", look, why(e));
      List<OrganizationId> all = organizations();
      return ofEach(look, all, all.size());
    }
  }

  private List<Change> ofAllBut(Look look, List<OrganizationId> apart) {
    return database.forAlerts(
        handle ->
            read(
                query(handle, look, "<> ALL (:apart)")
                    .bindArray(
                        "apart", UUID.class, apart.stream().map(OrganizationId::value).toList())));
  }

  /**
   * Looks at the first of some, one after the other. The rest, and who takes too long, are apart
   * the next time, too.
   */
  private List<Change> ofEach(Look look, List<OrganizationId> some, int max) {
    int turn = Math.min(some.size(), max);
    List<OrganizationId> apart = new ArrayList<>(some.subList(turn, some.size()));
    List<Change> found = new ArrayList<>();
    for (OrganizationId organization : some.subList(0, turn)) {
      try {
        found.addAll(of(look, organization));
      } catch (JdbiException e) {
        LOG.warn("{} of {} could not be found: {}", look, organization, why(e));
        apart.add(organization);
      }
    }
    slow.put(look, apart);
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

  /** In one line: a failed statement tells all of itself otherwise. */
  private static String why(JdbiException e) {
    return e.getCause() instanceof SQLException cause
        ? Objects.toString(cause.getSQLState())
        : e.getClass().getSimpleName();
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
