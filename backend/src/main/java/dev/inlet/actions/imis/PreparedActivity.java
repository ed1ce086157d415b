package dev.inlet.actions.imis;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldValue;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.RecordConversion;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.EntityBody;
import dev.inlet.platform.time.Deadline;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The insertion of activities for one webhook. */
final class PreparedActivity implements PreparedAction {

  private final Supplier<Optional<LiveConnection>> connection;
  private final Clock clock;

  PreparedActivity(Supplier<Optional<LiveConnection>> connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  @Override
  public ConvertedRecord convert(Map<String, String> values) {
    return convert(values, connection.get().map(LiveConnection::timeZone).orElse(ZoneOffset.UTC));
  }

  @Override
  public ActionResult execute(Map<String, String> values, Deadline deadline) {
    LiveConnection live = connection.get().orElse(null);
    if (live == null) {
      return ActionResult.failed(
          FailureReason.NOT_CONNECTED, "The organization has not connected its iMIS yet.");
    }
    ConvertedRecord converted = convert(values, live.timeZone());
    if (!converted.isSound()) {
      return ActionResult.failed(FailureReason.MAPPING_FAILED, sentences(converted.problems()));
    }
    return ImisInsertion.of(live.client(), "Activity", body(converted.values()), deadline);
  }

  private ConvertedRecord convert(Map<String, String> values, ZoneId zone) {
    boolean isDateBlank = values.getOrDefault(ActivityFields.TRANSACTION_DATE, "").isBlank();
    Map<String, String> filled = new LinkedHashMap<>(values);
    if (isDateBlank) {
      filled.put(ActivityFields.TRANSACTION_DATE, now(zone).toString());
    }
    return ImisDates.checked(
        ActivityFields.ALL, RecordConversion.of(ActivityFields.ALL, filled, zone));
  }

  private LocalDateTime now(ZoneId zone) {
    return LocalDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
  }

  private static byte[] body(Map<String, FieldValue> values) {
    EntityBody body = EntityBody.begin();
    values.forEach((name, value) -> EntityProperties.write(body, name, value));
    return body.toBytes();
  }

  private static String sentences(List<FieldProblem> problems) {
    return problems.stream().map(FieldProblem::message).collect(Collectors.joining(" "));
  }
}
