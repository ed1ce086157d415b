package dev.inlet.actions.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.FieldType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of an activity against the table of the iMIS REST reference, section 2.5. */
class ActivityFieldsTest {

  /** All of it but SEQN, OBJECT and INTENT_TO_EDIT, which nobody is to fill. */
  private static final int FIELDS_OF_THE_REFERENCE = 42;

  @ParameterizedTest
  @CsvSource({
    "PartyId, varchar, 10",
    "ACTIVITY_TYPE, varchar, 10",
    "TRANSACTION_DATE, datetime,",
    "EFFECTIVE_DATE, datetime,",
    "THRU_DATE, datetime,",
    "TICKLER_DATE, datetime,",
    "NEXT_INSTALL_DATE, datetime,",
    "PRODUCT_CODE, varchar, 31",
    "OTHER_CODE, varchar, 30",
    "DESCRIPTION, varchar, 255",
    "SOURCE_SYSTEM, varchar, 10",
    "SOURCE_CODE, varchar, 40",
    "QUANTITY, numeric, 15.2",
    "AMOUNT, numeric, 19.4",
    "CATEGORY, varchar, 15",
    "UNITS, numeric, 15.2",
    "MEMBER_TYPE, varchar, 5",
    "ACTION_CODES, varchar, 255",
    "PAY_METHOD, varchar, 50",
    "NOTE, varchar,",
    "NOTE_2, varchar,",
    "BATCH_NUM, varchar, 15",
    "CO_ID, varchar, 10",
    "UF_1, varchar, 255",
    "UF_2, varchar, 255",
    "UF_3, varchar, 255",
    "UF_4, numeric, 15.4",
    "UF_5, numeric, 15.4",
    "UF_6, datetime,",
    "UF_7, datetime,",
    "ORIGINATING_TRANS_NUM, int,",
    "ORG_CODE, varchar, 5",
    "CAMPAIGN_CODE, varchar, 10",
    "OTHER_ID, varchar, 10",
    "SOLICITOR_ID, varchar, 10",
    "TAXABLE_VALUE, numeric, 19.4",
    "ATTACH_SEQN, int,",
    "ATTACH_TOTAL, int,",
    "RECURRING_REQUEST, bit,",
    "STATUS_CODE, varchar, 1",
    "GRACE_PERIOD, int,",
    "MEM_TRIB_CODE, varchar, 10"
  })
  void hasEachColumnWithItsTypeAndSize(String column, String type, @Nullable String size) {
    ActionField field =
        ActivityFields.ALL.stream()
            .filter(each -> each.name().equals(column))
            .findFirst()
            .orElseThrow();
    boolean isNumeric = type.equals("numeric");

    assertThat(field.type())
        .isEqualTo(
            switch (type) {
              case "varchar" -> FieldType.TEXT;
              case "datetime" -> FieldType.DATE_TIME;
              case "numeric" -> FieldType.DECIMAL;
              case "int" -> FieldType.INTEGER;
              case "bit" -> FieldType.BOOLEAN;
              default -> throw new AssertionError(type);
            });
    assertThat(isNumeric ? field.precision() + "." + field.scale() : string(field.lengthMax()))
        .isEqualTo(size);
    assertThat(field.isRequired())
        .isEqualTo(column.equals("PartyId") || column.equals("ACTIVITY_TYPE"));
  }

  @Test
  void hasNoOtherColumn() {
    assertThat(ActivityFields.ALL.stream().map(ActionField::name).distinct())
        .hasSize(FIELDS_OF_THE_REFERENCE)
        .hasSameSizeAs(ActivityFields.ALL)
        .doesNotContain("SEQN", "OBJECT", "INTENT_TO_EDIT", "ID");
  }

  private static @Nullable String string(@Nullable Integer length) {
    return length == null ? null : String.valueOf(length);
  }
}
