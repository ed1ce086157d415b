package dev.inlet.imis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property of an entity, as its definition has it.
 *
 * @param caption what people call it; may be blank
 * @param lengthMax characters of a text at most; null if it has no limit or is no text
 * @param precision digits of a decimal at most; null if the definition does not say
 * @param scale digits behind the point at most; null if the definition does not say
 * @param isIdentity whether it is part of a row's key
 * @param isParentIdentity whether it tells whose row it is
 * @param isRequired whether a row cannot do without it
 * @param isReadOnly whether iMIS sets it itself
 * @param isVisible whether people are meant to see it
 * @param defaultValue what iMIS's own forms begin with; blank for nothing
 * @param allowedValues the only values it takes; empty if it takes any, and where the list cannot
 *     be believed as a whole
 */
public record EntityProperty(
    String name,
    String caption,
    Kind kind,
    @Nullable Integer lengthMax,
    @Nullable Integer precision,
    @Nullable Integer scale,
    boolean isIdentity,
    boolean isParentIdentity,
    boolean isRequired,
    boolean isReadOnly,
    boolean isVisible,
    String defaultValue,
    List<String> allowedValues) {

  /** The property as if it took any value. */
  public EntityProperty withoutAllowedValues() {
    return new EntityProperty(
        name,
        caption,
        kind,
        lengthMax,
        precision,
        scale,
        isIdentity,
        isParentIdentity,
        isRequired,
        isReadOnly,
        isVisible,
        defaultValue,
        List.of());
  }

  /** The kinds of iMIS REST reference, section 3.3; OTHER for collections and what it lacks. */
  public enum Kind {
    STRING,
    INTEGER,
    BOOLEAN,
    DATE_TIME,
    DATE,
    TIME,
    DECIMAL,
    MONETARY,
    BINARY,
    OTHER
  }
}
