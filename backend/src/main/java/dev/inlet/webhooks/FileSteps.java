package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.FilePlan.Change;
import dev.inlet.webhooks.FilePlan.Others;
import dev.inlet.webhooks.FilePlan.PlannedWebhook;
import dev.inlet.webhooks.file.Difference;
import dev.inlet.webhooks.verification.Verification;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the step from a webhook as it is to what a file says of it. */
@Singleton
class FileSteps {

  private static final int DIFFERENCES_MAX = 100;
  private static final String SECRET_MISSING =
      "Until its secret is set in the web app, all its senders are refused.";

  private final Database database;
  private final WebhookRepository webhooks;
  private final VerificationRepository verifications;
  private final WebhookForm form;
  private final DefinitionCheck check;
  private final PrivacyGuard privacyGuard;

  FileSteps(
      Database database,
      WebhookRepository webhooks,
      VerificationRepository verifications,
      WebhookForm form,
      DefinitionCheck check,
      PrivacyGuard privacyGuard) {
    this.database = database;
    this.webhooks = webhooks;
    this.verifications = verifications;
    this.form = form;
    this.check = check;
    this.privacyGuard = privacyGuard;
  }

  /** What becomes of a webhook that is not in the file. */
  static FileStep forOther(InstalledWebhook known, Others others) {
    Change change =
        switch (others) {
          case LEAVE -> Change.LEAVE;
          case PAUSE -> known.isPaused() ? Change.LEAVE : Change.PAUSE;
          case DELETE -> Change.DELETE;
        };
    List<String> notes =
        switch (change) {
          case PAUSE -> List.of("It is not in the file. Its URL answers 404 until it is resumed.");
          case DELETE ->
              List.of("It is not in the file. Its URL answers 404 from then on, for good.");
          default -> List.of();
        };
    return FileStep.of(
        new PlannedWebhook(change, known.id().value(), known.name(), List.of(), notes));
  }

  /**
   * The step towards what a file says.
   *
   * @param match which webhook that is; null if it is a new one
   * @throws ProblemException with pointers into what the file says of the webhook
   */
  FileStep towards(
      OrganizationId organization,
      FileWebhook wanted,
      @Nullable InstalledWebhook match,
      Caller caller) {
    return match == null
        ? created(organization, wanted)
        : changed(organization, wanted, match.id(), caller);
  }

  private FileStep created(OrganizationId organization, FileWebhook wanted) {
    WebhookForm.Desired desired = form.desired(wanted.settings(), null);
    WebhookService.Wanted definition = sound(desired);
    DefinitionCheck.Checked checked = check.sound(organization, definition.content(null), null);
    Verification demanded = desired.verification();
    ObjectNode after = form.of(definition.name(), desired.isPaused(), checked.content(), demanded);
    after.remove("name");
    FileStep.Target target =
        new FileStep.Target(
            definition.name(), desired.isPaused(), checked.content(), checked.fits(), demanded);
    List<String> notes = demanded.needsSecret() ? List.of(SECRET_MISSING) : List.of();
    return new FileStep(
        new PlannedWebhook(Change.CREATE, null, definition.name(), Difference.of(after), notes),
        target);
  }

  private FileStep changed(
      OrganizationId organization, FileWebhook wanted, WebhookId id, Caller caller) {
    Installed installed = installed(organization, id);
    Webhook known = installed.webhook();
    StoredVerification stored = installed.verification();
    ObjectNode before = form.of(known, stored.verification());
    WebhookForm.Desired desired = form.desired(wanted.settings(), before);
    WebhookService.Wanted definition = sound(desired);
    Verification demanded = desired.verification();
    requireSecret(stored.verification(), demanded);
    WebhookContent content = definition.content(known.content());
    ObjectNode after = form.of(definition.name(), desired.isPaused(), content, demanded);
    List<Difference> differences = Difference.between(before, after);
    List<String> notes = notes(stored, demanded, differences.size());
    if (differences.isEmpty()) {
      return FileStep.of(planned(Change.UNCHANGED, id.value(), known, differences, notes));
    }
    DefinitionCheck.Checked checked =
        isSameContent(known, stored, content)
            ? null
            : checked(organization, content, known, caller);
    return new FileStep(
        planned(Change.CHANGE, id.value(), known, differences, notes),
        new FileStep.Target(
            definition.name(),
            desired.isPaused(),
            checked == null ? null : checked.content(),
            checked != null && checked.fits(),
            demanded));
  }

  private record Installed(Webhook webhook, StoredVerification verification) {}

  /** In one transaction: a file may have hundreds. */
  private Installed installed(OrganizationId organization, WebhookId id) {
    return database.inOrganization(
        organization,
        handle ->
            new Installed(
                // Somebody may have deleted it since it was listed.
                webhooks.find(organization, handle, id).orElseThrow(WebhookChanges::conflict),
                verifications.find(organization, handle, id).orElse(StoredVerification.OPEN)));
  }

  private static WebhookService.Wanted sound(WebhookForm.Desired desired) {
    if (desired.wanted() == null || !desired.errors().isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_DEFINITION, null, desired.errors());
    }
    return desired.wanted();
  }

  /** A secret goes with the way it is used; no file has another one. */
  private static void requireSecret(Verification known, Verification demanded) {
    if (demanded.needsSecret() && !demanded.takesSecretOf(known)) {
      FieldError error =
          new FieldError(
              "/verification",
              "This takes another secret, and no file holds one: set both in the web app first.");
      throw new ProblemException(ProblemType.INVALID_DEFINITION, null, List.of(error));
    }
  }

  private boolean isSameContent(Webhook known, StoredVerification stored, WebhookContent content) {
    Verification same = stored.verification();
    return form.of("", false, known.content(), same)
        .toString()
        .equals(form.of("", false, content, same).toString());
  }

  private DefinitionCheck.Checked checked(
      OrganizationId organization, WebhookContent content, Webhook known, Caller caller) {
    privacyGuard.check(organization, known.content().privacy(), content.privacy(), caller);
    return check.sound(organization, content, known.content());
  }

  private static List<String> notes(
      StoredVerification stored, Verification demanded, int differences) {
    List<String> notes = new ArrayList<>();
    if (demanded.needsSecret() && stored.current() == null) {
      notes.add(SECRET_MISSING);
    }
    if (differences > DIFFERENCES_MAX) {
      notes.add("%d more settings differ.".formatted(differences - DIFFERENCES_MAX));
    }
    return notes;
  }

  private static PlannedWebhook planned(
      Change change, UUID id, Webhook known, List<Difference> differences, List<String> notes) {
    int listed = Math.min(differences.size(), DIFFERENCES_MAX);
    return new PlannedWebhook(change, id, known.name(), differences.subList(0, listed), notes);
  }
}
