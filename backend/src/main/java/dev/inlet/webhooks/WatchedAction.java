package dev.inlet.webhooks;

import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.Search;
import java.util.Map;
import java.util.Set;

/** An action that has somebody look after it when its record is refused. */
record WatchedAction(PreparedAction action, Runnable refused) implements PreparedAction {

  /** What a panel that became another looks like; values that Inlet itself refuses, too. */
  private static final Set<FailureReason> REFUSALS =
      Set.of(
          FailureReason.RECORD_REFUSED,
          FailureReason.NOT_FOUND,
          FailureReason.NOT_PERMITTED,
          FailureReason.MAPPING_FAILED);

  @Override
  public ConvertedRecord convert(Map<String, String> values) {
    return action.convert(values);
  }

  @Override
  public ActionResult execute(ActionCall call) {
    ActionResult result = action.execute(call);
    if (result.reason() != null && REFUSALS.contains(result.reason())) {
      refused.run();
    }
    return result;
  }

  @Override
  public ActionResult.Exchange masked(ActionResult.Exchange exchange, Set<String> fields) {
    return action.masked(exchange, fields);
  }

  @Override
  public boolean findsContactBy(Set<String> fields) {
    return action.findsContactBy(fields);
  }

  @Override
  public boolean leavesReference() {
    return action.leavesReference();
  }

  @Override
  public Search find(ActionCall call) {
    return action.find(call);
  }
}
