package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A property of an entity, as {@code BOEntityDefinition} describes it.
 *
 * @param maxLength of text; 0 for no limit
 * @param scale digits behind the point
 * @param allowed the only values it takes; empty for any
 * @param defaultValue what forms begin with; blank for nothing
 */
record PropertyDefinition(
    String name,
    PropertyType type,
    int maxLength,
    int precision,
    int scale,
    Set<Trait> traits,
    String caption,
    List<String> allowed,
    String defaultValue) {

  enum Trait {
    /** Part of the row's key. */
    IDENTITY,
    /** Tells whose row it is. */
    PARENT,
    REQUIRED,
    /** Null, and not blank or zero, while nobody has set it. */
    NULLABLE
  }

  static PropertyDefinition text(String name, int maxLength, Trait... traits) {
    return sized(name, PropertyType.STRING, maxLength, 0, 0, traits);
  }

  static PropertyDefinition decimal(String name, int precision, int scale, Trait... traits) {
    return sized(name, PropertyType.DECIMAL, 0, precision, scale, traits);
  }

  static PropertyDefinition money(String name, Trait... traits) {
    return sized(name, PropertyType.MONETARY, 0, 19, 4, traits);
  }

  static PropertyDefinition integer(String name, Trait... traits) {
    return typed(name, PropertyType.INTEGER, traits);
  }

  static PropertyDefinition dateTime(String name) {
    return typed(name, PropertyType.DATE_TIME, Trait.NULLABLE);
  }

  static PropertyDefinition typed(String name, PropertyType type, Trait... traits) {
    return sized(name, type, 0, 0, 0, traits);
  }

  private static PropertyDefinition sized(
      String name, PropertyType type, int maxLength, int precision, int scale, Trait... traits) {
    Set<Trait> all = Arrays.stream(traits).collect(Collectors.toUnmodifiableSet());
    return new PropertyDefinition(
        name, type, maxLength, precision, scale, all, name, List.of(), "");
  }

  PropertyDefinition captioned(String caption) {
    return new PropertyDefinition(
        name, type, maxLength, precision, scale, traits, caption, allowed, defaultValue);
  }

  PropertyDefinition oneOf(String... allowed) {
    return new PropertyDefinition(
        name, type, maxLength, precision, scale, traits, caption, List.of(allowed), defaultValue);
  }

  PropertyDefinition defaulting(String value) {
    return new PropertyDefinition(
        name, type, maxLength, precision, scale, traits, caption, allowed, value);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  boolean isDate() {
    return type == PropertyType.DATE_TIME || type == PropertyType.DATE;
  }

  /** What the property of a row holds when it was never set. */
  @Nullable Object unset() {
    return is(Trait.NULLABLE) ? null : type.blank();
  }

  /** As iMIS writes it: what is false, 0 or null is left out, but for two members. */
  ObjectNode json() {
    ObjectNode json = type.definition();
    putUnlessZero(json, "MaxLength", maxLength);
    putUnlessZero(json, "Precision", precision);
    putUnlessZero(json, "Scale", scale);
    if (isDate()) {
      json.put("DateTimeDataType", type == PropertyType.DATE ? 1 : 0);
    }
    json.put("Name", name).put("Caption", caption);
    if (!defaultValue.isEmpty()) {
      json.put("DefaultValue", defaultValue);
    }
    putIfTrue(json, "IsIdentity", is(Trait.IDENTITY));
    putIfTrue(json, "IsPrimaryParentIdentity", is(Trait.PARENT));
    putIfTrue(json, "Required", is(Trait.REQUIRED));
    json.put("Visible", true);
    if (!allowed.isEmpty()) {
      json.set("Rule", rule());
    }
    return json;
  }

  private ObjectNode rule() {
    List<ObjectNode> values = allowed.stream().map(this::allowedValue).toList();
    ObjectNode rule = Json.contract("PropertyRuleValueListData");
    rule.set("ValueList", Json.collection("GenericPropertyDataCollection", values));
    return rule;
  }

  private ObjectNode allowedValue(String value) {
    ObjectNode allowedValue = Json.property(value);
    type.write(allowedValue, type == PropertyType.INTEGER ? Integer.valueOf(value) : value);
    return allowedValue;
  }

  private static void putUnlessZero(ObjectNode json, String member, int value) {
    if (value != 0) {
      json.put(member, value);
    }
  }

  private static void putIfTrue(ObjectNode json, String member, boolean value) {
    if (value) {
      json.put(member, true);
    }
  }
}
