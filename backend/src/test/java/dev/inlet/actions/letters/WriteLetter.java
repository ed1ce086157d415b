package dev.inlet.actions.letters;

import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionField;
import dev.inlet.actions.ActionOption;
import dev.inlet.actions.ActionOption.Choice;
import dev.inlet.actions.ActionOption.Condition;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.ActionType;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldType;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.RecordConversion;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An action that nothing else in Inlet knows of: what a new one takes is what stands here. */
@Singleton
@Requires(property = "letters")
final class WriteLetter implements ActionType {

  static final List<String> LETTERS = new CopyOnWriteArrayList<>();

  private static final ActionOption BY =
      ActionOption.choice(
          "by", "Sent by", null, new Choice("post", "Post"), new Choice("courier", "Courier"));

  private static final ActionOption COURIER =
      ActionOption.text("courier", "Which courier", null, 10)
          .onlyIf(new Condition("by", "courier"));

  private static final ActionDescription DESCRIPTION =
      new ActionDescription(
          "letters.write",
          "Write a letter",
          false,
          null,
          List.of(BY, COURIER),
          null,
          List.of(text("to", 20, true), text("words", 100, false)),
          List.of());

  private static ActionField text(String name, int lengthMax, boolean isRequired) {
    return new ActionField(
        name, name, FieldType.TEXT, lengthMax, null, null, isRequired, null, null, List.of());
  }

  @Override
  public String type() {
    return DESCRIPTION.type();
  }

  @Override
  public ActionDescription describe(OrganizationId organization) {
    return DESCRIPTION;
  }

  @Override
  public PreparedAction prepare(OrganizationId organization, ActionSettings settings) {
    String courier = settings.options().valueOf(COURIER);
    return new PreparedAction() {
      @Override
      public ConvertedRecord convert(Map<String, String> values) {
        return RecordConversion.of(DESCRIPTION.fields(), values, ZoneOffset.UTC);
      }

      @Override
      public ActionResult execute(ActionCall call) {
        LETTERS.add("%s: %s by %s".formatted(call.values().get("to"), call.values(), courier));
        return ActionResult.succeeded(
            "letter-" + LETTERS.size(), new ActionResult.Exchange("Dear ...", 200, "Thanks"));
      }
    };
  }
}
