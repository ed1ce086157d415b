package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The defined activity types, with the labels of the fields that each uses. */
final class ActivityTypes {
  static final List<ActivityType> ALL =
      List.of(
          new ActivityType("TEST", "Test", true, Map.of()),
          new ActivityType(
              "WEBHOOK",
              "Received by webhook",
              true,
              Map.of(
                  "DescriptionPrompt",
                  "Summary",
                  "Uf1Prompt",
                  "Delivery",
                  "NotePrompt",
                  "Payload")),
          new ActivityType(
              "CALL",
              "Telephone call",
              true,
              Map.of(
                  "DescriptionPrompt", "Subject",
                  "TicklerPrompt", "Call back on",
                  "UnitsPrompt", "Minutes",
                  "NotePrompt", "What was said")),
          new ActivityType(
              "MEETING",
              "Meeting attended",
              true,
              Map.of(
                  "SubtypePrompt", "Meeting",
                  "DescriptionPrompt", "Title",
                  "EffectiveDatePrompt", "Begins",
                  "ThruDatePrompt", "Ends",
                  "AmountPrompt", "Fee",
                  "CeuTypePrompt", "Credit type",
                  "UnitsPrompt", "Credits")),
          new ActivityType("DONATION", "Donation", true, Map.of("AmountPrompt", "Amount")),
          new ActivityType("DUES", "Dues, written by billing", false, Map.of()));

  private ActivityTypes() {}

  /**
   * @param isEditable whether users may enter such activities, or only iMIS itself does
   */
  record ActivityType(
      String code, String description, boolean isEditable, Map<String, String> prompts) {
    ObjectNode json() {
      ObjectNode json =
          Json.contract("LegacyActivityTypeData")
              .put("ActivityTypeId", code)
              .put("Description", description);
      if (isEditable) {
        json.put("AllowUserEdit", true);
      }
      PROMPTS.stream()
          .filter(prompts::containsKey)
          .forEach(prompt -> json.put(prompt, prompts.get(prompt)));
      return json;
    }
  }

  private static final List<String> PROMPTS =
      List.of(
          "SubtypePrompt",
          "DescriptionPrompt",
          "EffectiveDatePrompt",
          "ThruDatePrompt",
          "SourcePrompt",
          "AmountPrompt",
          "TicklerPrompt",
          "ActionPrompt",
          "CeuTypePrompt",
          "UnitsPrompt",
          "FollowUpPrompt",
          "NotePrompt",
          "CoIdPrompt",
          "Uf1Prompt",
          "Uf2Prompt",
          "Uf3Prompt",
          "Uf4Prompt",
          "Uf5Prompt",
          "Uf6Prompt",
          "Uf7Prompt");

  static boolean exists(String code) {
    return ALL.stream().anyMatch(type -> type.code().equalsIgnoreCase(code));
  }
}
