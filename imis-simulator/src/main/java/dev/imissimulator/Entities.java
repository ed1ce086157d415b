package dev.imissimulator;

import static dev.imissimulator.PropertyDefinition.Trait.IDENTITY;
import static dev.imissimulator.PropertyDefinition.Trait.NULLABLE;
import static dev.imissimulator.PropertyDefinition.Trait.PARENT;
import static dev.imissimulator.PropertyDefinition.Trait.REQUIRED;
import static dev.imissimulator.PropertyDefinition.dateTime;
import static dev.imissimulator.PropertyDefinition.decimal;
import static dev.imissimulator.PropertyDefinition.integer;
import static dev.imissimulator.PropertyDefinition.money;
import static dev.imissimulator.PropertyDefinition.text;
import static dev.imissimulator.PropertyDefinition.typed;

import dev.imissimulator.EntityDefinition.ObjectType;
import java.util.List;

/** The entities that are stored as rows. */
final class Entities {
  /** The columns, types and lengths of the reference, section 2.5. */
  static final EntityDefinition ACTIVITY =
      EntityDefinition.standard(
          "Activity",
          "Activities of contacts",
          List.of(
              integer("SEQN", IDENTITY),
              text("PartyId", 10, PARENT, REQUIRED),
              text("ACTIVITY_TYPE", 10, REQUIRED),
              dateTime("TRANSACTION_DATE"),
              dateTime("EFFECTIVE_DATE"),
              dateTime("THRU_DATE"),
              dateTime("TICKLER_DATE"),
              dateTime("NEXT_INSTALL_DATE"),
              text("PRODUCT_CODE", 31),
              text("OTHER_CODE", 30),
              text("DESCRIPTION", 255),
              text("SOURCE_SYSTEM", 10),
              text("SOURCE_CODE", 40),
              decimal("QUANTITY", 15, 2),
              money("AMOUNT"),
              text("CATEGORY", 15),
              decimal("UNITS", 15, 2),
              text("MEMBER_TYPE", 5),
              text("ACTION_CODES", 255),
              text("PAY_METHOD", 50),
              text("NOTE", 0, NULLABLE),
              text("NOTE_2", 0, NULLABLE),
              text("BATCH_NUM", 15),
              text("CO_ID", 10),
              typed("OBJECT", PropertyType.BINARY, NULLABLE),
              text("INTENT_TO_EDIT", 80),
              text("UF_1", 255),
              text("UF_2", 255),
              text("UF_3", 255),
              decimal("UF_4", 15, 4),
              decimal("UF_5", 15, 4),
              dateTime("UF_6"),
              dateTime("UF_7"),
              integer("ORIGINATING_TRANS_NUM"),
              text("ORG_CODE", 5),
              text("CAMPAIGN_CODE", 10),
              text("OTHER_ID", 10),
              text("SOLICITOR_ID", 10),
              money("TAXABLE_VALUE"),
              integer("ATTACH_SEQN"),
              integer("ATTACH_TOTAL"),
              typed("RECURRING_REQUEST", PropertyType.BOOLEAN),
              text("STATUS_CODE", 1, NULLABLE),
              integer("GRACE_PERIOD", NULLABLE),
              text("MEM_TRIB_CODE", 10)));

  /** A multi-instance panel as one is designed in EMS. */
  static final EntityDefinition VOLUNTEER_INTERESTS =
      EntityDefinition.panel(
          "Volunteer_Interests",
          ObjectType.MULTI,
          "What a contact would like to help with",
          List.of(
              text("ID", 10, IDENTITY, PARENT, REQUIRED),
              integer("Ordinal", IDENTITY),
              text("Interest", 50, REQUIRED),
              text("Level", 20, NULLABLE)
                  .captioned("Level of experience")
                  .oneOf("Beginner", "Experienced", "Expert"),
              decimal("Hours", 9, 2, NULLABLE).captioned("Hours a month"),
              typed("Since", PropertyType.DATE, NULLABLE),
              typed("Active", PropertyType.BOOLEAN),
              text("Notes", 0, NULLABLE)));

  /** A multi-instance table from before EMS. */
  static final EntityDefinition NAME_CEU =
      EntityDefinition.panel(
          "Name_CEU",
          ObjectType.MULTI,
          "Continuing education units",
          List.of(
              text("PartyId", 10, IDENTITY, PARENT, REQUIRED),
              integer("SEQN", IDENTITY),
              text("CEU_Course", 60, NULLABLE).captioned("Course"),
              typed("CEU_Hours", PropertyType.DOUBLE, NULLABLE).captioned("Hours"),
              dateTime("CEU_Date").captioned("Completed")));

  /** A multi-instance panel as some were designed in 2017: keyed by ContactKey. */
  static final EntityDefinition MENTORING =
      EntityDefinition.panel(
          "Mentoring",
          ObjectType.MULTI,
          "Offers to be a mentor",
          List.of(
              text("ContactKey", 10, IDENTITY, PARENT, REQUIRED),
              integer("Ordinal", IDENTITY),
              text("Topic", 40, REQUIRED),
              integer("Meetings", NULLABLE).oneOf("1", "2", "4").captioned("Meetings a month"),
              text("Place", 20, NULLABLE).oneOf("Online", "In person").defaulting("Online")));

  static final EntityDefinition DEMOGRAPHICS =
      EntityDefinition.panel(
          "Demographics",
          ObjectType.SINGLE,
          "One row for each contact",
          List.of(
              text("ID", 10, IDENTITY, PARENT, REQUIRED),
              text("Industry", 40, NULLABLE),
              integer("YearsInProfession", NULLABLE).captioned("Years in the profession"),
              typed("Newsletter", PropertyType.BOOLEAN)));

  /** A panel whose designer forgot "Available via the REST API". */
  static final EntityDefinition BOARD_NOTES =
      EntityDefinition.panel(
              "Board_Notes",
              ObjectType.MULTI,
              "Not available via the REST API",
              List.of(
                  text("ID", 10, IDENTITY, PARENT, REQUIRED),
                  integer("Ordinal", IDENTITY),
                  text("Note", 0, REQUIRED)))
          .hidden();

  /** A view of the contacts. */
  static final EntityDefinition CS_CONTACT_BASIC =
      EntityDefinition.standard(
              "CsContactBasic",
              "Contacts",
              List.of(
                  text("ID", 10, IDENTITY, PARENT),
                  text("FirstName", 20),
                  text("LastName", 30),
                  text("FullName", 70),
                  text("Email", 100)))
          .readOnly();

  static final List<EntityDefinition> ALL =
      List.of(
          ACTIVITY,
          VOLUNTEER_INTERESTS,
          NAME_CEU,
          MENTORING,
          DEMOGRAPHICS,
          BOARD_NOTES,
          CS_CONTACT_BASIC);

  private Entities() {}
}
