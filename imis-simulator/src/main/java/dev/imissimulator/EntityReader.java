package dev.imissimulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.PropertyDefinition.Trait;
import dev.imissimulator.Switches.SentKey;
import dev.imissimulator.Switches.Unknown;
import dev.imissimulator.Switches.Unwanted;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads an entity that a client sent and checks it, as strictly as the switches say. */
final class EntityReader {
  private final EntityDefinition definition;
  private final Switches switches;
  private final Violations violations = new Violations();
  private final ValueReader values;

  EntityReader(EntityDefinition definition, Switches switches) {
    this.definition = definition;
    this.switches = switches;
    this.values = new ValueReader(switches, violations);
  }

  /**
   * The values of a new row, by position.
   *
   * @throws Refusal if it cannot be stored
   */
  @Nullable Object[] readNew(byte[] body) {
    @Nullable Object[] row = properties(parse(body));
    readNumber(row);
    setTransactionDate(row);
    check(row);
    return row;
  }

  /**
   * The values to put in the place of a row's.
   *
   * @throws Refusal if they cannot be stored
   */
  @Nullable Object[] readChanged(byte[] body, Row present) {
    @Nullable Object[] row = properties(parse(body));
    int parent = definition.parentPosition();
    row[parent] = present.value(parent);
    check(row);
    return row;
  }

  private JsonNode parse(byte[] body) {
    try {
      JsonNode entity = Json.MAPPER.readTree(body);
      if (!entity.isObject()) {
        throw refusal(switches.brokenJsonStatus(), "An entity must be a JSON object.");
      }
      if (switches.misplacedType() == Unwanted.REFUSED && Members.hasMisplacedType(entity)) {
        throw refusal(400, "$type must be the first member of an object.");
      }
      return entity;
    } catch (IOException e) {
      throw refusal(switches.brokenJsonStatus(), "The body is not JSON.");
    }
  }

  private @Nullable Object[] properties(JsonNode entity) {
    @Nullable Object[] row = new Object[definition.properties().size()];
    for (JsonNode item : Members.items(Members.find(entity, "Properties"))) {
      String name = Members.find(item, "Name").asText();
      int position = position(name);
      if (position != EntityDefinition.NONE) {
        row[position] =
            values.read(definition.properties().get(position), Members.find(item, "Value"));
      } else if (switches.unknownProperty() == Unwanted.REFUSED) {
        violations.unknownProperty(name);
      }
    }
    if (row[definition.parentPosition()] == null) {
      row[definition.parentPosition()] = parent(entity);
    }
    return row;
  }

  private int position(String name) {
    if (switches.idMeansPartyId() && definition.isActivity() && name.equals("ID")) {
      return definition.parentPosition();
    }
    return switches.propertyNamesCaseSensitive()
        ? definition.position(name)
        : definition.positionIgnoringCase(name);
  }

  private static @Nullable String parent(JsonNode entity) {
    JsonNode identity = Members.find(entity, "PrimaryParentIdentity");
    JsonNode element = Members.items(Members.find(identity, "IdentityElements")).path(0);
    return element.isValueNode() ? element.asText() : null;
  }

  private void readNumber(@Nullable Object[] row) {
    int position = definition.numberPosition();
    if (position == EntityDefinition.NONE || row[position] == null) {
      return;
    }
    if (switches.sentKey() == SentKey.REFUSED) {
      violations.numberGiven(
          definition.properties().get(position), Objects.toString(row[position]));
    }
    if (switches.sentKey() != SentKey.HONOURED) {
      row[position] = null;
    }
  }

  private void setTransactionDate(@Nullable Object[] row) {
    int position = definition.position("TRANSACTION_DATE");
    if (position != EntityDefinition.NONE
        && row[position] == null
        && switches.transactionDateDefaulted()) {
      LocalDateTime now = LocalDateTime.now(switches.timeZone());
      row[position] = ValueReader.format(now.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  private void check(@Nullable Object[] row) {
    List<PropertyDefinition> properties = definition.properties();
    for (int i = 0; i < row.length; i++) {
      if (properties.get(i).is(Trait.REQUIRED) && Objects.toString(row[i], "").isBlank()) {
        violations.missing(properties.get(i));
      }
    }
    checkReference(row, definition.parentPosition(), Contacts::exists, switches.unknownParty());
    if (definition.isActivity()) {
      int type = definition.position("ACTIVITY_TYPE");
      checkReference(row, type, ActivityTypes::exists, switches.unknownActivityType());
    }
    if (!violations.isEmpty()) {
      throw violations.refusal(switches);
    }
  }

  private void checkReference(
      @Nullable Object[] row, int position, Predicate<String> exists, Unknown unknown) {
    String value = Objects.toString(row[position], "");
    if (value.isBlank() || exists.test(value)) {
      return;
    }
    switch (unknown) {
      case ACCEPTED -> {}
      case VALIDATION_ERROR ->
          violations.unknownReference(definition.properties().get(position), value);
      case NOT_FOUND -> throw new Refusal(Answer.error(404, switches.errorBody()));
      case SERVICE_ERROR -> throw new Refusal(Answer.error(500, switches.errorBody()));
    }
  }

  private Refusal refusal(int status, String message) {
    return new Refusal(Answer.error(status, message, switches.errorBody()));
  }
}
