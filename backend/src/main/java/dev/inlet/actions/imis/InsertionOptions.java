package dev.inlet.actions.imis;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.ActionOption;
import dev.inlet.actions.ActionOptions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a definition settles about an insertion into iMIS beside the mapping. */
final class InsertionOptions {

  private static final int REFERENCE_LENGTH = new UUID(0, 0).toString().length();

  private static final ActionOption REFERENCE =
      ActionOption.field(
          "referenceField",
          "Write the delivery's ID into",
          "If iMIS ever gives no answer, Inlet can then look whether the record is there before it is tried again. "
              + "Choose a field that you use for nothing else.",
          REFERENCE_LENGTH);

  static final List<ActionOption> ALL =
      Stream.concat(ContactOptions.ALL.stream(), Stream.of(REFERENCE)).toList();

  private final ActionOptions chosen;
  private final ContactOptions contact;

  InsertionOptions(ActionOptions chosen) {
    this.chosen = chosen;
    this.contact = new ContactOptions(chosen);
  }

  ContactOptions contact() {
    return contact;
  }

  /** The field that the reference is written into; blank if it is not written. */
  String referenceField() {
    return chosen.valueOf(REFERENCE);
  }

  /**
   * What is left to be mapped.
   *
   * @param ownerField the field that says whose record it is
   */
  List<ActionField> mapped(List<ActionField> fields, String ownerField) {
    return chosen.mapped(ALL, fields, ownerField);
  }
}
