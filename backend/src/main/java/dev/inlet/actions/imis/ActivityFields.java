package dev.inlet.actions.imis;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an iMIS activity: names are the legacy column names, except the contact's id, which
 * is PartyId; types and lengths as in the iMIS REST reference, section 2.5. Left out: SEQN, which
 * iMIS assigns, OBJECT (an image) and INTENT_TO_EDIT (a lock).
 */
final class ActivityFields {

  static final String ACTIVITY_TYPE = "ACTIVITY_TYPE";
  static final String PARTY_ID = "PartyId";
  static final String TRANSACTION_DATE = "TRANSACTION_DATE";

  static final List<ActionField> ALL =
      List.of(
          text(ACTIVITY_TYPE, "Activity Type", 10, true, "A type defined in iMIS, such as CALL."),
          text(PARTY_ID, "ID", 10, true, "The iMIS ID of the contact."),
          new ActionField(
              TRANSACTION_DATE,
              "Transaction Date",
              FieldType.DATE_TIME,
              null,
              null,
              null,
              false,
              "the current date and time",
              null,
              List.of()),
          text("DESCRIPTION", "Description", 255),
          unlimited("NOTE", "Note"),
          unlimited("NOTE_2", "Follow Up"),
          text("CATEGORY", "Category", 15),
          text("PRODUCT_CODE", "Product Code", 31, false, "iMIS calls it Subtype in places."),
          text("OTHER_CODE", "Other Code", 30),
          moment("EFFECTIVE_DATE", "Effective Date"),
          moment("THRU_DATE", "Thru Date"),
          moment("TICKLER_DATE", "Reminder Date"),
          moment("NEXT_INSTALL_DATE", "Next Install Date"),
          decimal("AMOUNT", "Amount", 19, 4),
          decimal("QUANTITY", "Quantity", 15, 2),
          decimal("UNITS", "Units", 15, 2),
          decimal("TAXABLE_VALUE", "Taxable Value", 19, 4),
          text("SOURCE_SYSTEM", "Source System", 10),
          text("SOURCE_CODE", "Source Code", 40),
          text("CAMPAIGN_CODE", "Campaign Code", 10),
          text("STATUS_CODE", "Status Code", 1),
          text("MEMBER_TYPE", "Member Type", 5, false, "The Customer Type Code."),
          text("ACTION_CODES", "Action Codes", 255),
          text("PAY_METHOD", "Pay Method", 50),
          text("BATCH_NUM", "Batch Number", 15),
          text("CO_ID", "Company ID", 10, false, "The iMIS ID of an organization."),
          text("OTHER_ID", "Other ID", 10, false, "The iMIS ID of another contact."),
          text("SOLICITOR_ID", "Solicitor ID", 10, false, "The iMIS ID of the solicitor."),
          text("ORG_CODE", "Entity Code", 5, false, "The Financial Entity Code."),
          text("MEM_TRIB_CODE", "Member Tribute Code", 10),
          text("UF_1", "User Field 1", 255),
          text("UF_2", "User Field 2", 255),
          text("UF_3", "User Field 3", 255),
          decimal("UF_4", "User Field 4", 15, 4),
          decimal("UF_5", "User Field 5", 15, 4),
          moment("UF_6", "User Field 6"),
          moment("UF_7", "User Field 7"),
          integer("ORIGINATING_TRANS_NUM", "Originating Transaction Number"),
          integer("GRACE_PERIOD", "Grace Period"),
          integer("ATTACH_SEQN", "Attachment Sequence"),
          integer("ATTACH_TOTAL", "Attachment Total"),
          field("RECURRING_REQUEST", "Recurring Request", FieldType.BOOLEAN));

  private ActivityFields() {}

  private static ActionField text(String name, String label, int lengthMax) {
    return text(name, label, lengthMax, false, null);
  }

  private static ActionField text(
      String name, String label, int lengthMax, boolean isRequired, @Nullable String help) {
    return new ActionField(
        name, label, FieldType.TEXT, lengthMax, null, null, isRequired, null, help, List.of());
  }

  private static ActionField unlimited(String name, String label) {
    return field(name, label, FieldType.TEXT);
  }

  private static ActionField moment(String name, String label) {
    return field(name, label, FieldType.DATE_TIME);
  }

  private static ActionField integer(String name, String label) {
    return field(name, label, FieldType.INTEGER);
  }

  private static ActionField decimal(String name, String label, int precision, int scale) {
    return new ActionField(
        name, label, FieldType.DECIMAL, null, precision, scale, false, null, null, List.of());
  }

  private static ActionField field(String name, String label, FieldType type) {
    return new ActionField(name, label, type, null, null, null, false, null, null, List.of());
  }
}
