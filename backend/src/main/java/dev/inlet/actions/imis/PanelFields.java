package dev.inlet.actions.imis;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.FieldType;
import dev.inlet.actions.PanelDescription;
import dev.inlet.imis.EntityDefinition;
import dev.inlet.imis.EntityProperty;
import dev.inlet.imis.EntityProperty.Kind;
import dev.inlet.imis.EntitySummary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook can fill of a panel, from iMIS's definition of it (iMIS REST reference, section
 * 3.3). Left out: what iMIS sets itself (Ordinal and what is read-only), what nobody is meant to
 * see, and kinds that a webhook has no text for (files, times of day, collections).
 */
final class PanelFields {

  /** Contact keys as they are called where the definition marks none. */
  private static final List<String> CONTACT_KEYS = List.of("ID", "ContactKey", "PartyId");

  /** SQL Server's money, for definitions that leave it out. */
  private static final int MONEY_PRECISION = 19;

  private static final int MONEY_SCALE = 4;

  private PanelFields() {}

  /** How people call a panel. */
  static String label(EntitySummary summary) {
    return summary.description().isBlank() ? summary.name() : summary.description();
  }

  /** The panel; empty if it is none that contacts may have any number of rows in. */
  static Optional<PanelDescription> describe(EntityDefinition definition) {
    if (!definition.summary().isMultiInstancePanel()) {
      return Optional.empty();
    }
    return contactKey(definition.properties())
        .map(
            key -> {
              List<ActionField> fields =
                  Stream.concat(Stream.of(contact(key)), others(definition, key)).toList();
              EntitySummary summary = definition.summary();
              return new PanelDescription(summary.name(), label(summary), key.name(), fields);
            });
  }

  /** How much there is to remember. */
  static int characters(PanelDescription panel) {
    return panel.fields().stream()
        .mapToInt(
            field ->
                100
                    + field.name().length()
                    + field.label().length()
                    + field.allowedValues().stream().mapToInt(String::length).sum())
        .sum();
  }

  private static Optional<EntityProperty> contactKey(List<EntityProperty> properties) {
    return properties.stream()
        .filter(EntityProperty::isParentIdentity)
        .findFirst()
        .or(
            () ->
                CONTACT_KEYS.stream()
                    .flatMap(name -> properties.stream().filter(each -> each.name().equals(name)))
                    .findFirst())
        .filter(key -> key.kind() == Kind.STRING || key.kind() == Kind.INTEGER);
  }

  private static ActionField contact(EntityProperty key) {
    FieldType type = key.kind() == Kind.INTEGER ? FieldType.INTEGER : FieldType.TEXT;
    EntityProperty free = key.withoutAllowedValues();
    return field(free, "ID", type, true, "The iMIS ID of the contact.");
  }

  private static Stream<ActionField> others(EntityDefinition definition, EntityProperty key) {
    return definition.properties().stream()
        .filter(property -> !property.name().equals(key.name()))
        .filter(property -> !property.isIdentity() && !property.isReadOnly())
        .filter(property -> property.isVisible() || property.isRequired())
        .flatMap(property -> type(property.kind()).stream().map(type -> other(property, type)))
        .sorted(Comparator.comparing(field -> !field.isRequired()));
  }

  private static ActionField other(EntityProperty property, FieldType type) {
    String label = property.caption().isBlank() ? property.name() : property.caption();
    return field(property, label, type, property.isRequired(), help(property));
  }

  /** Whether iMIS fills it in for a record that comes by its REST API is not known. */
  private static @Nullable String help(EntityProperty property) {
    return property.defaultValue().isEmpty()
        ? null
        : "The default in iMIS is “%s”.".formatted(property.defaultValue());
  }

  private static ActionField field(
      EntityProperty property,
      String label,
      FieldType type,
      boolean isRequired,
      @Nullable String help) {
    boolean isUnsizedMoney = property.kind() == Kind.MONETARY && property.precision() == null;
    boolean isDecimal = type == FieldType.DECIMAL;
    return new ActionField(
        property.name(),
        label,
        type,
        property.lengthMax(),
        isUnsizedMoney ? Integer.valueOf(MONEY_PRECISION) : isDecimal ? property.precision() : null,
        isUnsizedMoney ? Integer.valueOf(MONEY_SCALE) : isDecimal ? property.scale() : null,
        isRequired,
        null,
        help,
        property.allowedValues());
  }

  private static Optional<FieldType> type(Kind kind) {
    return switch (kind) {
      case STRING -> Optional.of(FieldType.TEXT);
      case INTEGER -> Optional.of(FieldType.INTEGER);
      case BOOLEAN -> Optional.of(FieldType.BOOLEAN);
      case DATE_TIME -> Optional.of(FieldType.DATE_TIME);
      case DATE -> Optional.of(FieldType.DATE);
      case DECIMAL, MONETARY -> Optional.of(FieldType.DECIMAL);
      case TIME, BINARY, OTHER -> Optional.empty();
    };
  }
}
