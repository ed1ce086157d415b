package dev.inlet.deliveries;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a group of journal entries durable, and tells whoever waits for one what became of it. An
 * entry that PostgreSQL refuses fails alone: its group is written again by halves, so that nobody's
 * strange bytes cost anybody else a delivery.
 */
final class GroupCommit {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** Classes of SQLSTATE; a right that was taken (42501) is nobody's entry, either. */
  private static final Set<String> ABOUT_ALL = Set.of("08", "25", "40", "42", "53", "57", "58");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DataSource dataSource;
  private final JournalStatements statements;
  private final Consumer<JournalEntry> later;
  private final Runnable failed;

  /**
   * @param later takes what is to be written as soon as PostgreSQL is back, or nothing any more
   *     once the node ends
   * @param failed told of each entry that is not known to be written
   */
  GroupCommit(
      DataSource dataSource,
      JournalStatements statements,
      Consumer<JournalEntry> later,
      Runnable failed) {
    this.dataSource = dataSource;
    this.statements = statements;
    this.later = later;
    this.failed = failed;
  }

  void write(List<Pending> group, boolean mayTryAgain) {
    write(group, this::commit, mayTryAgain);
  }

  private void write(List<Pending> group, Way way, boolean mayTryAgain) {
    if (group.isEmpty()) {
      return;
    }
    try {
      Committed committed = committed(group, way);
      write(settled(committed), true);
      write(committed.left(), this::commitTogether, true);
    } catch (SQLException e) {
      if (group.size() > 1 && isOfKeys(e, group)) {
        writeApart(group, mayTryAgain);
      } else if (group.size() > 1 && !isAboutAll(e)) {
        int half = group.size() / 2;
        write(group.subList(0, half), way, mayTryAgain);
        write(group.subList(half, group.size()), way, mayTryAgain);
      } else if (mayTryAgain && isPassing(e)) {
        write(group, way, false);
      } else {
        SQLException plain = withoutValues(e);
        LOG.error("{} journal entries could not be written", group.size(), plain);
        group.forEach(pending -> fail(pending, plain));
      }
    }
  }

  /** Of what may be there all the same, the truth is written as soon as PostgreSQL is back. */
  private void fail(Pending pending, SQLException why) {
    failed.run();
    pending.written().completeExceptionally(why);
    if (pending.isCut() && pending.entry() instanceof JournalEntry.Begin begin) {
      later.accept(begin.afterGivenUp());
    } else if (pending.entry() instanceof JournalEntry.Withdraw && isAway(why)) {
      later.accept(pending.entry());
    }
  }

  /** A pool that has no connection to give knows no state. */
  private static boolean isAway(SQLException e) {
    return isPassing(e) || state(e).isEmpty();
  }

  private static boolean isOfKeys(SQLException e, List<Pending> group) {
    return LOCK_NOT_AVAILABLE.equals(e.getSQLState())
        && group.stream().anyMatch(GroupCommit::isClaim);
  }

  private static boolean isClaim(Pending pending) {
    return pending.entry() instanceof JournalEntry.Begin begin && begin.claim() != null;
  }

  /** Who wants a key that another node holds uncommitted waits for it alone. */
  private void writeApart(List<Pending> group, boolean mayTryAgain) {
    write(group.stream().filter(pending -> !isClaim(pending)).toList(), mayTryAgain);
    group.stream()
        .filter(GroupCommit::isClaim)
        .forEach(claim -> write(List.of(claim), mayTryAgain));
  }

  /** Tells whoever waits, and gives what is to be written for those that nobody does. */
  private static List<Pending> settled(Committed committed) {
    return committed.group().stream()
        .map(pending -> settled(pending, committed.refused().contains(pending.entry())))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Tells whoever waits. If the caller of a delivery that begins with it was told otherwise
   * meanwhile, what becomes of that is to be written, too.
   */
  private static Optional<Pending> settled(Pending pending, boolean isRefused) {
    if (isRefused) {
      pending.written().completeExceptionally(new KeyHeldException());
      return Optional.empty();
    }
    boolean isAwaited = pending.written().complete(null);
    return !isAwaited && pending.entry() instanceof JournalEntry.Begin begin
        ? Optional.of(new Pending(begin.afterGivenUp()))
        : Optional.empty();
  }

  /**
   * What became durable.
   *
   * @param refused of them what was not written, because others have its keys
   * @param left what is not among them: nothing of it was written, and it is to be {@linkplain
   *     #commitTogether settled}
   */
  private record Committed(List<Pending> group, Set<JournalEntry> refused, List<Pending> left) {}

  /** How a group is written, and made durable. */
  private interface Way {
    Committed commit(Connection connection, List<Pending> group) throws SQLException;
  }

  /**
   * Whoever gave up before there was a connection is left out, if nothing of theirs was ever sent.
   */
  private Committed committed(List<Pending> all, Way way) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return way.commit(
          connection, all.stream().filter(one -> one.handOver() || one.isCut()).toList());
    }
  }

  /**
   * What one statement writes it commits by itself, which saves a way to PostgreSQL and back; and
   * if the connection breaks, nobody knows whether it did.
   */
  private Committed commit(Connection connection, List<Pending> group) throws SQLException {
    List<JournalEntry> entries = entries(group);
    if (!JournalStatements.isOneStatement(entries)) {
      return commitTogether(connection, group);
    }
    Set<JournalEntry> left = new HashSet<>();
    cutIfGone(group, () -> left.addAll(statements.executeAtOnce(connection, entries)));
    Map<Boolean, List<Pending>> isLeft =
        group.stream().collect(Collectors.partitioningBy(one -> left.contains(one.entry())));
    return new Committed(
        isLeft.getOrDefault(false, List.of()), Set.of(), isLeft.getOrDefault(true, List.of()));
  }

  private Committed commitTogether(Connection connection, List<Pending> group) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Set<JournalEntry> refused = statements.execute(connection, entries(group));
      cutIfGone(group, connection::commit);
      return new Committed(group, refused, List.of());
    } catch (SQLException e) {
      rollback(connection, e);
      throw e;
    }
  }

  private static List<JournalEntry> entries(List<Pending> group) {
    return group.stream().map(Pending::entry).toList();
  }

  /** What makes a group durable, or may have. */
  private interface Committing {
    void run() throws SQLException;
  }

  private static void cutIfGone(List<Pending> group, Committing committing) throws SQLException {
    try {
      committing.run();
    } catch (SQLException e) {
      if (isConnectionGone(e)) {
        group.forEach(Pending::cut);
      }
      throw e;
    }
  }

  private static void rollback(Connection connection, SQLException reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /**
   * What fails whatever is written: no connection, no resources, a conflict, an operator, a disk.
   * All else may be one entry's own doing, be it a value that is too long for an index.
   */
  private static boolean isAboutAll(SQLException e) {
    String state = state(e);
    return state.length() < 2 || ABOUT_ALL.contains(state.substring(0, 2));
  }

  /**
   * What the same statements may well survive a moment later; writing an entry twice does no harm.
   */
  private static boolean isPassing(SQLException e) {
    return isConnectionGone(e) || state(e).startsWith("40");
  }

  private static boolean isConnectionGone(SQLException e) {
    return state(e).startsWith("08") || state(e).startsWith("57P");
  }

  private static String state(SQLException e) {
    return Objects.requireNonNullElse(root(e).getSQLState(), "");
  }

  /** A failed batch quotes the row that failed, payload and all; that must not reach a log. */
  private static SQLException withoutValues(SQLException e) {
    return new SQLException(root(e).getMessage(), root(e).getSQLState());
  }

  private static SQLException root(SQLException e) {
    SQLException root = e;
    while (root.getNextException() != null) {
      root = root.getNextException();
    }
    return root;
  }
}
