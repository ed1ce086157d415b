package dev.inlet.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.problem.ConstraintProblems;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.webhooks.verification.Verification;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks in the form that a file has them in: as in the management API, with what stands beside
 * the versions, and without any secret, URL or number.
 */
@Singleton
class WebhookForm {

  private static final String IS_PAUSED = "isPaused";
  private static final String VERIFICATION = "verification";

  private final ObjectMapper json;
  private final Validator validator;

  WebhookForm(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  ObjectNode of(Webhook webhook, Verification verification) {
    return of(webhook.name(), webhook.isPaused(), webhook.content(), verification);
  }

  /** All settings, what is as usual too; the schema, which is the longest, at the end. */
  ObjectNode of(String name, boolean isPaused, WebhookContent content, Verification verification) {
    ObjectNode form = json.createObjectNode();
    form.put("name", name);
    form.put(IS_PAUSED, isPaused);
    form.put("acknowledgement", content.acknowledgement().name());
    form.put("deadlineSeconds", (int) content.deadline().toSeconds());
    form.set("action", tree(content.action()));
    form.set("privacy", tree(content.privacy()));
    form.set("idempotency", tree(content.idempotency()));
    form.set("queue", tree(content.queue()));
    form.set(VERIFICATION, verification(verification));
    form.set("schema", content.schema());
    return form;
  }

  private ObjectNode verification(Verification verification) {
    ObjectNode tree = tree(verification);
    tree.remove("open"); // what isOpen() says, which is no setting
    if (verification.networks().isEmpty()) {
      tree.remove("networks");
    }
    return tree;
  }

  /** Without what is null: a setting that is not there is not named. */
  private ObjectNode tree(Object part) {
    ObjectNode tree = json.valueToTree(part);
    List<String> absent = new ArrayList<>();
    tree.properties().stream()
        .filter(each -> each.getValue().isNull())
        .forEach(each -> absent.add(each.getKey()));
    return tree.remove(absent);
  }

  /**
   * What a file wants a webhook to be.
   *
   * @param errors why it cannot be, with pointers into it
   * @param wanted null if it could not be read
   */
  record Desired(
      List<FieldError> errors,
      WebhookService.@Nullable Wanted wanted,
      boolean isPaused,
      Verification verification) {

    private static Desired refused(String pointer, String sentence) {
      return new Desired(
          List.of(new FieldError(pointer, sentence)), null, false, Verification.OPEN);
    }
  }

  /**
   * Reads what a file of the right form says of a webhook.
   *
   * @param known what it says nothing of is as here; null if it is new
   */
  Desired desired(ObjectNode settings, @Nullable ObjectNode known) {
    ObjectNode all = known == null ? settings.deepCopy() : known.deepCopy().setAll(settings);
    boolean isPaused = all.path(IS_PAUSED).asBoolean();
    JsonNode demanded = all.path(VERIFICATION);
    all.remove(Set.of(IS_PAUSED, VERIFICATION));
    try {
      WebhookRequest request = json.readValue(all.toString(), WebhookRequest.class);
      Verification verification =
          demanded.isMissingNode()
              ? Verification.OPEN
              : json.readValue(
                      demanded.toString(), VerificationController.VerificationRequest.class)
                  .wanted()
                  .verification();
      List<FieldError> errors =
          new ArrayList<>(ConstraintProblems.errors(validator.validate(request)));
      VerificationCheck.errors(verification, null).stream()
          .map(each -> new FieldError("/" + VERIFICATION + each.pointer(), each.detail()))
          .forEach(errors::add);
      return new Desired(errors, request.wanted(), isPaused, verification);
    } catch (JsonMappingException e) {
      return Desired.refused("/" + nearest(e), sentence(e));
    } catch (JsonProcessingException e) {
      return Desired.refused("", "This cannot be read.");
    }
  }

  private static String nearest(JsonMappingException e) {
    return e.getPath().isEmpty() ? "" : String.valueOf(e.getPath().getFirst().getFieldName());
  }

  /** Its form was found right before; what is left is what JSON itself may not be. */
  private static String sentence(JsonMappingException e) {
    return e.getCause() instanceof InvalidJsonException invalid
        ? String.valueOf(invalid.getMessage())
        : "A value is missing here, or of the wrong type.";
  }
}
