package dev.inlet.platform.database;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says of a statement that failed; the exception tells all of the statement. */
public final class SqlState {

  private static final String QUERY_CANCELED = "57014";
  private static final String CLASS_OF_DATA = "22";
  private static final String CLASS_OF_CONNECTIONS = "08";

  /** PostgreSQL is told to stop, another of its processes died, it is not ready yet. */
  private static final Set<String> STOPS = Set.of("57P01", "57P02", "57P03");

  private SqlState() {}

  /** In one line, for the log. */
  public static String of(RuntimeException e) {
    String state = state(e);
    return state == null ? e.getClass().getSimpleName() : state;
  }

  /** The same of what came straight from the driver or the pool. */
  static String of(SQLException e) {
    return e.getSQLState() == null ? e.getClass().getSimpleName() : e.getSQLState();
  }

  /** Whether it took too long. */
  public static boolean isGivenUp(JdbiException e) {
    return QUERY_CANCELED.equals(state(e));
  }

  /** Whether a value could not be worked with, so that other rows might have done. */
  public static boolean isOfData(JdbiException e) {
    String state = state(e);
    return state != null && state.startsWith(CLASS_OF_DATA);
  }

  /** Whether there was no connection, or it was lost on the way: PostgreSQL stops, or is away. */
  static boolean isOfConnection(JdbiException e) {
    String state = state(e);
    return e instanceof ConnectionException
        || (state != null && (state.startsWith(CLASS_OF_CONNECTIONS) || STOPS.contains(state)));
  }

  private static @Nullable String state(RuntimeException e) {
    return e.getCause() instanceof SQLException cause ? cause.getSQLState() : null;
  }
}
