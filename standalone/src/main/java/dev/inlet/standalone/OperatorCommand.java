package dev.inlet.standalone;

import dev.inlet.Application;
import dev.inlet.CommandResult;
import dev.inlet.platform.ConfigurationException;
import dev.inlet.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;

/** Has a trial do one thing by command, whether it is running or not. */
final class OperatorCommand {

  private OperatorCommand() {}

  /**
   * Does what a command line asks.
   *
   * @throws StartException with a sentence, if it cannot be done
   */
  static CommandResult run(Settings settings, List<String> line) {
    try {
      return DataDirectory.isInUse(settings.dataDirectory())
          ? beside(settings, line)
          : alone(settings, line);
    } catch (ConfigurationException | ProblemException e) {
      throw new StartException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StartException("PostgreSQL did not stop.", e);
    }
  }

  private static CommandResult beside(Settings settings, List<String> line) {
    String url = LocalPostgres.urlOfRunning(settings.dataDirectory());
    return command(settings, Keys.known(settings.dataDirectory()), url, line);
  }

  private static CommandResult alone(Settings settings, List<String> line) throws IOException {
    try (DataDirectory data = DataDirectory.open(settings.dataDirectory());
        LocalPostgres postgres = LocalPostgres.start(data)) {
      return command(settings, Keys.in(data), postgres.url(), line);
    }
  }

  private static CommandResult command(
      Settings settings, Keys keys, String databaseUrl, List<String> line) {
    return Application.command(Standalone.properties(settings, keys, databaseUrl), line);
  }
}
