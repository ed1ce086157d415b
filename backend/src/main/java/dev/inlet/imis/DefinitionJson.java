package dev.inlet.imis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inlet.imis.EntityProperty.Kind;
import dev.inlet.platform.json.OneLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * BOEntityDefinitionData as iMIS writes it (iMIS REST reference, section 3.3): members that are
 * false, 0 or null are left out. Bound to records rather than read as a tree, so that a list of
 * hundreds of definitions does not become one of all their properties.
 */
final class DefinitionJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .addHandler(new UnexpectedShapes())
          .build();

  /** What iMIS's panel designer lets a name be; it becomes part of an address. */
  private static final Pattern ENTITY_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

  private static final int NAME_LENGTH_MAX = 100;
  private static final int CAPTION_LENGTH_MAX = 200;

  /** Of what one answer lists, be it entities or properties; what is behind is not kept. */
  private static final int LISTED_MAX = 1_000;

  private DefinitionJson() {}

  /** A page of a list of entities. */
  record Page(List<EntitySummary> items, boolean hasNext) {}

  static boolean isEntityName(String name) {
    return ENTITY_NAME.matcher(name).matches();
  }

  /**
   * @throws ImisException if it is no page
   */
  static Page page(ImisAnswer answer) throws ImisException {
    ListedPage page = read(answer, ListedPage.class);
    if (page.items() == null) {
      throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
    }
    List<EntitySummary> summaries =
        page.items().list().stream().flatMap(listed -> listed.summary().stream()).toList();
    return new Page(summaries, page.hasNext());
  }

  /**
   * @throws ImisException if it is no definition
   */
  static EntityDefinition definition(ImisAnswer answer) throws ImisException {
    Described described = read(answer, Described.class);
    Optional<EntitySummary> summary =
        summary(
            described.name(),
            described.description(),
            described.parent(),
            described.isDesignable(),
            described.objectType());
    if (summary.isEmpty() || described.properties() == null) {
      throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
    }
    List<EntityProperty> properties =
        described.properties().list().stream()
            .flatMap(property -> property.property().stream())
            .toList();
    return new EntityDefinition(summary.get(), AllowedValues.bounded(properties));
  }

  static <T> T read(ImisAnswer answer, Class<T> type) throws ImisException {
    try {
      T value = answer.body().length == 0 ? null : MAPPER.readValue(answer.body(), type);
      if (value != null) {
        return value;
      }
    } catch (IOException e) {
      // Not JSON, or other JSON than a definition is.
    }
    throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
  }

  private static Optional<EntitySummary> summary(
      @Nullable String name,
      @Nullable String description,
      @Nullable String parent,
      boolean isDesignable,
      @Nullable String objectType) {
    return name == null || !isEntityName(name)
        ? Optional.empty()
        : Optional.of(
            new EntitySummary(
                name,
                line(description),
                line(parent),
                isDesignable,
                "Multi".equalsIgnoreCase(objectType)));
  }

  /** Text of people, as one line of bounded length that turns nothing around it. */
  static String line(@Nullable String text) {
    String line = OneLine.of(Objects.toString(text, "")).strip();
    return line.length() > CAPTION_LENGTH_MAX ? line.substring(0, CAPTION_LENGTH_MAX) + "…" : line;
  }

  /** Takes as much as is believed, while the rest is read. */
  static final class Believed<T> extends ArrayList<T> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean add(T value) {
      return size() < LISTED_MAX && super.add(value);
    }
  }

  /** A collection of iMIS. */
  record Values<T>(@JsonProperty("$values") @Nullable Believed<@Nullable T> values) {

    List<T> list() {
      return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
    }
  }

  private record ListedPage(
      @JsonProperty("Items") @Nullable Values<Listed> items,
      @JsonProperty("HasNext") boolean hasNext) {}

  /** Without its properties, which are skipped. */
  private record Listed(
      @JsonProperty("EntityTypeName") @Nullable String name,
      @JsonProperty("Description") @Nullable String description,
      @JsonProperty("PrimaryParentEntityTypeName") @Nullable String parent,
      @JsonProperty("IsDesignable") boolean isDesignable,
      @JsonProperty("ObjectTypeName") @Nullable String objectType) {

    Optional<EntitySummary> summary() {
      return DefinitionJson.summary(name, description, parent, isDesignable, objectType);
    }
  }

  private record Described(
      @JsonProperty("EntityTypeName") @Nullable String name,
      @JsonProperty("Description") @Nullable String description,
      @JsonProperty("PrimaryParentEntityTypeName") @Nullable String parent,
      @JsonProperty("IsDesignable") boolean isDesignable,
      @JsonProperty("ObjectTypeName") @Nullable String objectType,
      @JsonProperty("Properties") @Nullable Values<Property> properties) {}

  private record Extended(
      @JsonProperty("IsReadOnly") boolean isReadOnly,
      @JsonProperty("IsDbIdentity") boolean isDbIdentity) {}

  private record Property(
      @JsonProperty("Name") @Nullable String name,
      @JsonProperty("Caption") @Nullable String caption,
      @JsonProperty("PropertyTypeName") @Nullable String type,
      @JsonProperty("DateTimeDataType") int dateTimeType,
      @JsonProperty("MaxLength") int maxLength,
      @JsonProperty("Precision") int precision,
      @JsonProperty("Scale") int scale,
      @JsonProperty("IsCollection") boolean isCollection,
      @JsonProperty("IsIdentity") boolean isIdentity,
      @JsonProperty("IsPrimaryParentIdentity") boolean isParentIdentity,
      @JsonProperty("Required") boolean isRequired,
      @JsonProperty("IsReadOnly") boolean isReadOnly,
      @JsonProperty("Visible") @Nullable Boolean isVisible,
      @JsonProperty("ExtendedPropertyInformation") @Nullable Extended extended,
      @JsonProperty("DefaultValue") @JsonDeserialize(using = ValueDeserializer.class)
          @Nullable String defaultValue,
      @JsonProperty("AllowMultiSelect") boolean takesSeveral,
      @JsonProperty("Rule") AllowedValues.@Nullable Rule rule) {

    Optional<EntityProperty> property() {
      if (name == null || name.isBlank() || !line(name).equals(name) || isNameTooLong(name)) {
        return Optional.empty();
      }
      boolean isKeptByDatabase =
          extended != null && (extended.isReadOnly() || extended.isDbIdentity());
      boolean isSized = precision > 0;
      return Optional.of(
          new EntityProperty(
              name,
              line(caption),
              kind(),
              kind() == Kind.STRING && maxLength > 0 ? maxLength : null,
              isSized ? precision : null,
              isSized ? scale : null,
              isIdentity,
              isParentIdentity,
              isRequired,
              isReadOnly || isKeptByDatabase,
              !Boolean.FALSE.equals(isVisible),
              line(defaultValue),
              // Several at once are one text, in a form that is not known.
              rule == null || takesSeveral ? List.of() : rule.values()));
    }

    private static boolean isNameTooLong(String name) {
      return name.length() > NAME_LENGTH_MAX;
    }

    private Kind kind() {
      if (isCollection) {
        return Kind.OTHER;
      }
      return switch (Objects.toString(type, "").toLowerCase(Locale.ROOT)) {
        case "string" -> Kind.STRING;
        case "integer" -> Kind.INTEGER;
        case "boolean" -> Kind.BOOLEAN;
        case "decimal" -> Kind.DECIMAL;
        case "monetary" -> Kind.MONETARY;
        case "binary" -> Kind.BINARY;
        case "date" ->
            switch (dateTimeType) {
              case 0 -> Kind.DATE_TIME;
              case 1 -> Kind.DATE;
              case 2 -> Kind.TIME;
              default -> Kind.OTHER;
            };
        default -> Kind.OTHER;
      };
    }
  }
}
