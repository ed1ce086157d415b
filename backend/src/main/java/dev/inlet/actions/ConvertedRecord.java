package dev.inlet.actions;

import java.util.List;
import java.util.Map;

/**
 * A record before it is sent.
 *
 * @param values field name to typed value, in the order of the description; blank fields are left
 *     out
 * @param problems why it cannot be sent; empty if it can
 */
public record ConvertedRecord(Map<String, FieldValue> values, List<FieldProblem> problems) {

  public boolean isSound() {
    return problems.isEmpty();
  }
}
