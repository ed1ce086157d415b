package dev.inlet.actions.imis;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FieldValue;
import dev.inlet.actions.Search;
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

  private static final String ENTITY = "Activity";

  private final Clock clock;

  PreparedActivity(
      Supplier<Optional<LiveConnection>> connection, InsertionOptions options, Clock clock) {
    super(connection, ENTITY, ActivityFields.ALL, ActivityFields.PARTY_ID, options);
    this.clock = clock;
  }

  @Override
  Map<String, String> completed(Map<String, String> values, ZoneId zone) {
    if (!values.getOrDefault(ActivityFields.TRANSACTION_DATE, "").isBlank()) {
      return values;
    }
    Map<String, String> filled = new LinkedHashMap<>(values);
    filled.put(ActivityFields.TRANSACTION_DATE, now(zone).toString());
    return filled;
  }

  @Override
  ActionResult insert(
      String contact, Map<String, FieldValue> values, LiveConnection live, Deadline deadline) {
    EntityBody body = EntityBody.begin();
    EntityProperties.write(body, values);
    return ImisInsertion.of(live.client(), ENTITY, body.toBytes(), deadline);
  }

  @Override
  Search found(String identity) {
    return new Search.Found(identity.isEmpty() ? null : identity);
  }

  private LocalDateTime now(ZoneId zone) {
    return LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
  }
}
