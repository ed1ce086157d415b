package dev.inlet.actions.imis;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.RecordConversion;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.EntityBody;
import dev.inlet.platform.time.Deadline;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The insertion of activities for one webhook. */
final class PreparedActivity extends PreparedInsertion {

  private final Clock clock;

  PreparedActivity(Supplier<Optional<LiveConnection>> connection, Clock clock) {
    super(connection);
    this.clock = clock;
  }

  @Override
  ConvertedRecord convert(Map<String, String> values, ZoneId zone) {
    boolean isDateBlank = values.getOrDefault(ActivityFields.TRANSACTION_DATE, "").isBlank();
    Map<String, String> filled = new LinkedHashMap<>(values);
    if (isDateBlank) {
      filled.put(ActivityFields.TRANSACTION_DATE, now(zone).toString());
    }
    return ImisDates.checked(
        ActivityFields.ALL, RecordConversion.of(ActivityFields.ALL, filled, zone));
  }

  @Override
  ActionResult insert(ConvertedRecord converted, LiveConnection live, Deadline deadline) {
    EntityBody body = EntityBody.begin();
    EntityProperties.write(body, converted.values());
    return ImisInsertion.of(live.client(), "Activity", body.toBytes(), deadline);
  }

  private LocalDateTime now(ZoneId zone) {
    return LocalDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
  }
}
