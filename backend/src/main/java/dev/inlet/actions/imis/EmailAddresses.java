package dev.inlet.actions.imis;

import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what contacts are looked up by. */
final class EmailAddresses {

  /**
   * Not more than is needed to ask for exactly one address: a filter of iMIS takes several values
   * with a bar between them (section 3.6).
   */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s|@\\p{Cntrl}]+@[^\\s|@\\p{Cntrl}]+");

  private EmailAddresses() {}

  /** The record with a problem if its owner is no e-mail address and has to be one. */
  static ConvertedRecord checked(ConvertedRecord converted, String ownerField, boolean isEmail) {
    if (!isEmail
        || !(converted.values().get(ownerField) instanceof FieldValue.Text text)
        || ADDRESS.matcher(text.value().strip()).matches()) {
      return converted;
    }
    List<FieldProblem> problems = new ArrayList<>(converted.problems());
    problems.add(
        new FieldProblem(
            ownerField, "The contact's e-mail address is none, such as a@example.org."));
    return new ConvertedRecord(converted.values(), problems);
  }
}
