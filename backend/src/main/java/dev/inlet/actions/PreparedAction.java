package dev.inlet.actions;

import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.platform.json.Mask;
import java.util.Map;
import java.util.Set;

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
   * @param call a result is due by its deadline, even if it is that nobody knows
   */
  ActionResult execute(ActionCall call);

  /**
   * What went over the wire, without telling the values of some fields or what the target made of
   * them. An action that does not know its target's format that well tells nothing.
   *
   * @param fields the names of those fields
   */
  default Exchange masked(Exchange exchange, Set<String> fields) {
    return new Exchange(
        Mask.TEXT, exchange.status(), exchange.response() == null ? null : Mask.TEXT);
  }

  /**
   * Whether some fields say whose record it is: of those alone a failure to find the contact tells.
   *
   * @param fields their names
   */
  default boolean findsContactBy(Set<String> fields) {
    return true;
  }

  /** Whether what an execution wrote can be looked for afterwards. */
  default boolean leavesReference() {
    return false;
  }

  /**
   * Looks for the record that an execution with the same values and reference wrote, or perhaps
   * did; writes nothing. Only of an action that leaves a reference.
   */
  default Search find(ActionCall call) {
    throw new UnsupportedOperationException("This action leaves no reference");
  }
}
