package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an entity, in the words of iMIS where they are known. */
final class Violations {
  private final List<ObjectNode> found = new ArrayList<>();

  boolean isEmpty() {
    return found.isEmpty();
  }

  void overLength(PropertyDefinition property, String value) {
    add(
        property.name(),
        value,
        "Property (%s) value (%s) exceeds maximum defined length of %d characters."
            .formatted(property.name(), value, property.maxLength()));
  }

  void missing(PropertyDefinition property) {
    add(property.name(), "", "The field '%s' must have a value.".formatted(property.name()));
  }

  void notAllowed(PropertyDefinition property, String value) {
    add(
        property.name(),
        value,
        "Value %s of property %s is not present in allowed options '%s' for this property."
            .formatted(value, property.name(), String.join(", ", property.allowed())));
  }

  void notOfType(PropertyDefinition property, String value) {
    add(
        property.name(),
        value,
        "Value %s of property %s is not of type %s."
            .formatted(value, property.name(), property.type()));
  }

  void offsetGiven(PropertyDefinition property, String value) {
    add(
        property.name(),
        value,
        "Value %s of property %s must not have a time zone.".formatted(value, property.name()));
  }

  void unknownProperty(String name) {
    add(name, "", "The property '%s' is not defined.".formatted(name));
  }

  void numberGiven(PropertyDefinition property, String value) {
    add(
        property.name(),
        value,
        "The property '%s' is set by the server.".formatted(property.name()));
  }

  void unknownReference(PropertyDefinition property, String value) {
    add(
        property.name(),
        value,
        "Value %s of property %s does not exist.".formatted(value, property.name()));
  }

  private void add(String fieldName, String fieldValue, String message) {
    ObjectNode violation = Json.contract("ValidationResultData").put("FieldName", fieldName);
    if (!fieldValue.isEmpty()) {
      violation.put("FieldValue", fieldValue);
    }
    found.add(violation.put("Message", message));
  }

  /** The body of a validation error; without errors, that of a successful dry run. */
  ObjectNode json() {
    ObjectNode results = Json.contract("ValidationResultsData");
    if (!found.isEmpty()) {
      results.set("Errors", Json.collection("ValidationResultDataCollection", found));
    }
    return results;
  }

  Refusal refusal(Switches switches) {
    String reason = "Validation error";
    return new Refusal(
        switches.validationDetails()
            ? Answer.json(400, reason, json())
            : Answer.empty(400, reason));
  }
}
