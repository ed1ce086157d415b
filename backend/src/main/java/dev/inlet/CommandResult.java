package dev.inlet;

/**
 * What became of a command.
 *
 * @param text for whoever gave it
 * @param isWell whether all is as it should be; what was found may not be, although the command did
 *     its work
 */
public record CommandResult(String text, boolean isWell) {

  static CommandResult done(String text) {
    return new CommandResult(text, true);
  }
}
