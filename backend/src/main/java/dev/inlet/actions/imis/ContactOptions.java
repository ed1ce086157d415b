package dev.inlet.actions.imis;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.ActionOption;
import dev.inlet.actions.ActionOption.Choice;
import dev.inlet.actions.ActionOption.Condition;
import dev.inlet.actions.ActionOptions;
import dev.inlet.actions.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a definition says whose record it is, and whether iMIS is asked about them first. */
final class ContactOptions {

  private static final String EMAIL = "email";
  private static final String DEFAULT = "default";
  private static final String YES = "yes";

  /** As long as an e-mail address may be (RFC 5321, section 4.5.3.1). */
  private static final int EMAIL_LENGTH_MAX = 254;

  private static final ActionField OWNER =
      new ActionField(
          "",
          "E-mail address of the contact",
          FieldType.TEXT,
          EMAIL_LENGTH_MAX,
          null,
          null,
          true,
          null,
          "Inlet looks the contact up in iMIS by it.",
          List.of());

  private static final ActionOption BY =
      ActionOption.choice(
          "contactBy",
          "The contact is given by",
          null,
          new Choice("id", "iMIS ID"),
          new Choice(EMAIL, "E-mail address", OWNER));

  private static final ActionOption CHECK =
      ActionOption.choice(
              "contactCheck",
              "Look whether the contact exists",
              "Takes one more call to iMIS for each delivery.",
              new Choice("no", "No"),
              new Choice(YES, "Yes, before the record is written"))
          .onlyIf(new Condition(BY.name(), "id"));

  private static final ActionOption NONE =
      ActionOption.choice(
              "contactNone",
              "If no contact has this e-mail address",
              null,
              new Choice("fail", "The delivery fails"),
              new Choice(DEFAULT, "The record goes to the default contact"))
          .onlyIf(new Condition(BY.name(), EMAIL));

  private static final ActionOption MANY =
      ActionOption.choice(
              "contactMany",
              "If several contacts have it",
              null,
              new Choice("fail", "The delivery fails"),
              new Choice(DEFAULT, "The record goes to the default contact"))
          .onlyIf(new Condition(BY.name(), EMAIL));

  private static final ActionOption DEFAULT_ID =
      ActionOption.text("contactDefault", "iMIS ID of the default contact", null, 10)
          .onlyIf(new Condition(NONE.name(), DEFAULT), new Condition(MANY.name(), DEFAULT));

  static final List<ActionOption> ALL = List.of(BY, CHECK, NONE, MANY, DEFAULT_ID);

  private final ActionOptions chosen;

  ContactOptions(ActionOptions chosen) {
    this.chosen = chosen;
  }

  boolean isByEmail() {
    return chosen.valueOf(BY).equals(EMAIL);
  }

  boolean isChecked() {
    return !isByEmail() && chosen.valueOf(CHECK).equals(YES);
  }

  /** Who it is if nobody has the e-mail address; null if the delivery fails then. */
  @Nullable String ifNone() {
    return chosen.valueOf(NONE).equals(DEFAULT) ? chosen.valueOf(DEFAULT_ID) : null;
  }

  /** Who it is if several have the e-mail address; null if the delivery fails then. */
  @Nullable String ifMany() {
    return chosen.valueOf(MANY).equals(DEFAULT) ? chosen.valueOf(DEFAULT_ID) : null;
  }
}
