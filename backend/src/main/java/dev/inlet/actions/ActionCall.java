package dev.inlet.actions;

import dev.inlet.platform.time.Deadline;
import java.util.Map;

/**
 * One execution of an action.
 *
 * @param values field name to rendered text
 * @param reference names for good what it is done for; a target that is told it can be asked for it
 *     later
 * @param deadline when the caller stops waiting
 * @param spent what its time goes to
 */
public record ActionCall(
    Map<String, String> values, String reference, Deadline deadline, TimeSpent spent) {

  /** One whose caller does not ask what its time goes to. */
  public ActionCall(Map<String, String> values, String reference, Deadline deadline) {
    this(values, reference, deadline, TimeSpent.UNTOLD);
  }
}
