package dev.inlet.actions;

import dev.inlet.platform.time.Deadline;
import java.util.Map;

/** An action of one webhook version, ready to run; safe for any number of threads. */
public interface PreparedAction {

  /**
   * Converts values to what would be sent, and sends nothing.
   *
   * @param values field name to rendered text
   */
  ConvertedRecord convert(Map<String, String> values);

  /**
   * Does it, once. From the first byte sent on every ending is a result; an exception means that
   * nothing was sent. Not to be called again for the same delivery unless the result says that
   * nothing was written.
   *
   * @param deadline when the caller stops waiting; a result is due by then, even if it is that
   *     nobody knows
   */
  ActionResult execute(Map<String, String> values, Deadline deadline);
}
