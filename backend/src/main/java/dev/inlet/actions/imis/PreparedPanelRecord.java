package dev.inlet.actions.imis;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.FieldValue;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.Search;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.EntityBody;
import dev.inlet.platform.time.Deadline;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The insertion of records into one panel for one webhook. */
final class PreparedPanelRecord extends PreparedInsertion {

  /** Section 3.4: what is forgotten most often, and looks like missing rights. */
  private static final String NOT_PERMITTED =
      "iMIS does not let the connection's user add records to this panel, or the panel is not \"Available via the REST API\".";

  private final PanelDescription panel;

  PreparedPanelRecord(
      Supplier<Optional<LiveConnection>> connection,
      PanelDescription panel,
      InsertionOptions options) {
    super(connection, panel.name(), panel.fields(), panel.ownerField(), options);
    this.panel = panel;
  }

  @Override
  ActionResult insert(
      String contact, Map<String, FieldValue> values, LiveConnection live, Deadline deadline) {
    if (!InsertPanelRecord.isPossible(live)) {
      return ActionResult.failed(FailureReason.NOT_FOUND, InsertPanelRecord.EMS_ONLY);
    }
    EntityBody body = EntityBody.beginRow(panel.name(), contact);
    EntityProperties.write(body, values);
    ActionResult result = ImisInsertion.of(live.client(), panel.name(), body.toBytes(), deadline);
    // The identity that iMIS answers is the contact's, and an ordinal that is known to be wrong.
    String error = result.reason() == FailureReason.NOT_PERMITTED ? NOT_PERMITTED : result.error();
    return new ActionResult(
        result.outcome(), result.reason(), error, null, result.exchange(), result.notBefore());
  }

  /** The first element of a row's identity is the contact's. */
  @Override
  Search found(String identity) {
    return new Search.Found(null);
  }
}
