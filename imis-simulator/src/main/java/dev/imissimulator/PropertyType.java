package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The kinds of properties, how each is described, and how its values are written. */
enum PropertyType {
  STRING("String", "PropertyTypeStringData", ""),
  INTEGER("Integer", "PropertyTypeIntegerData", "System.Int32"),
  BOOLEAN("Boolean", "PropertyTypeBooleanData", "System.Boolean"),
  DATE_TIME("Date", "PropertyTypeDateTimeData", ""),
  DATE("Date", "PropertyTypeDateTimeData", ""),
  DECIMAL("Decimal", "PropertyTypeDecimalData", "System.Decimal"),
  MONETARY("Monetary", "PropertyTypeMonetaryData", "System.Decimal"),
  /** Told apart from a decimal on the wire only: definitions know no such kind. */
  DOUBLE("Decimal", "PropertyTypeDecimalData", "System.Double"),
  BINARY("Binary", "PropertyTypeBinaryData", "System.Byte[], mscorlib");

  private final String typeName;
  private final String contract;
  private final String wireType;

  PropertyType(String typeName, String contract, String wireType) {
    this.typeName = typeName;
    this.contract = contract;
    this.wireType = wireType;
  }

  /** What a column that cannot be null holds when nobody set it. */
  Object blank() {
    return switch (this) {
      case STRING, DATE_TIME, DATE, BINARY -> "";
      case INTEGER -> 0;
      case BOOLEAN -> false;
      case DECIMAL, MONETARY -> BigDecimal.ZERO;
      case DOUBLE -> 0.0;
    };
  }

  /** The first members of a property's definition. */
  ObjectNode definition() {
    return Json.contract(contract).put("PropertyTypeName", typeName);
  }

  /**
   * Adds {@code Value}: text and dates bare, the rest wrapped in an object that tells its .NET
   * type.
   */
  void write(ObjectNode property, Object value) {
    if (wireType.isEmpty()) {
      property.put("Value", (String) value);
    } else {
      property.set("Value", Json.typed(wireType).set("$value", Json.MAPPER.valueToTree(value)));
    }
  }
}
