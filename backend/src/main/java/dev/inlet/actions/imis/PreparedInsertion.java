package dev.inlet.actions.imis;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.PreparedAction;
import dev.inlet.connections.Connections;
import dev.inlet.connections.LiveConnection;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What all insertions have in common: nothing is sent that does not fit, and all of it is told. */
abstract class PreparedInsertion implements PreparedAction {

  private final Supplier<Optional<LiveConnection>> connection;

  PreparedInsertion(Supplier<Optional<LiveConnection>> connection) {
    this.connection = connection;
  }

  /** The organization's connection, in turn with its other webhooks. */
  static Supplier<Optional<LiveConnection>> shared(
      Connections connections, OrganizationId organization, ActionSettings settings) {
    UUID webhook = settings.webhook();
    return webhook == null
        ? () -> connections.find(organization)
        : () -> connections.find(organization).map(live -> live.onBehalfOf(webhook));
  }

  /** Converts values for an iMIS that keeps its dates in a zone. */
  abstract ConvertedRecord convert(Map<String, String> values, ZoneId zone);

  /** Inserts a record that is sound. */
  abstract ActionResult insert(ConvertedRecord converted, LiveConnection live, Deadline deadline);

  @Override
  public final ConvertedRecord convert(Map<String, String> values) {
    return convert(values, connection.get().map(LiveConnection::timeZone).orElse(ZoneOffset.UTC));
  }

  @Override
  public final ActionResult execute(Map<String, String> values, Deadline deadline) {
    LiveConnection live = connection.get().orElse(null);
    if (live == null) {
      return ActionResult.failed(
          FailureReason.NOT_CONNECTED, "The organization has not connected its iMIS yet.");
    }
    ConvertedRecord converted = convert(values, live.timeZone());
    return converted.isSound()
        ? insert(converted, live, deadline)
        : ActionResult.failed(FailureReason.MAPPING_FAILED, sentences(converted.problems()));
  }

  private static String sentences(List<FieldProblem> problems) {
    return problems.stream().map(FieldProblem::message).collect(Collectors.joining(" "));
  }
}
