package dev.inlet.webhooks;

import dev.inlet.platform.json.JsonPointers;
import dev.inlet.platform.json.TextLocation;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.FilePlan.FileProblem;
import dev.inlet.webhooks.FilePlan.Others;
import dev.inlet.webhooks.file.FileSchema;
import dev.inlet.webhooks.file.YamlDocument;
import dev.inlet.webhooks.file.YamlException;
import dev.inlet.webhooks.file.YamlReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what applying a file would change, or why it cannot be applied. Changes nothing. */
@Singleton
class FilePlanner {

  private static final int PROBLEMS_MAX = 100;

  /** Panels are read from the organization's own iMIS, which may take its time for each. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FileSchema schema;
  private final InstalledWebhookRepository installed;
  private final FileSteps steps;
  private final WebhooksConfiguration configuration;
  private final Duration patience;

  @Inject
  FilePlanner(
      FileSchema schema,
      InstalledWebhookRepository installed,
      FileSteps steps,
      WebhooksConfiguration configuration) {
    this(schema, installed, steps, configuration, PATIENCE);
  }

  FilePlanner(
      FileSchema schema,
      InstalledWebhookRepository installed,
      FileSteps steps,
      WebhooksConfiguration configuration,
      Duration patience) {
    this.schema = schema;
    this.installed = installed;
    this.steps = steps;
    this.configuration = configuration;
    this.patience = patience;
  }

  /**
   * A plan that can be gone by.
   *
   * @param plan as it is told
   * @param steps what is to be done, as the plan tells it
   * @param states of all webhooks that it was made for
   */
  record Planned(FilePlan plan, List<FileStep> steps, List<String> states) {}

  Planned plan(OrganizationId organization, byte[] file, Others others, Caller caller) {
    List<InstalledWebhook> known = installed.list(organization);
    List<String> states = states(known);
    String fingerprint = fingerprint(file, others, states);
    try {
      YamlDocument document = YamlReader.read(file);
      Sought sought = sought(organization, document, known, others, caller);
      List<FileProblem> problems = problems(sought.errors(), document);
      List<FileStep> possible = problems.isEmpty() ? sought.steps() : List.of();
      List<FilePlan.PlannedWebhook> told = possible.stream().map(FileStep::planned).toList();
      return new Planned(new FilePlan(fingerprint, told, problems), possible, states);
    } catch (YamlException e) {
      TextLocation at = e.location();
      FileProblem problem =
          new FileProblem(at.line(), at.column(), "", null, String.valueOf(e.getMessage()));
      return new Planned(new FilePlan(fingerprint, List.of(), List.of(problem)), List.of(), states);
    }
  }

  static List<String> states(List<InstalledWebhook> webhooks) {
    return webhooks.stream().map(InstalledWebhook::state).toList();
  }

  private record Sought(List<FieldError> errors, List<FileStep> steps) {}

  private Sought sought(
      OrganizationId organization,
      YamlDocument document,
      List<InstalledWebhook> known,
      Others others,
      Caller caller) {
    List<FieldError> errors = new ArrayList<>(schema.errors(document.value()));
    if (!errors.isEmpty()) {
      return new Sought(errors, List.of());
    }
    List<FileWebhook> wanted = FileWebhook.all(document.value());
    FileMatching matching = FileMatching.of(wanted, known);
    errors.addAll(matching.problems());
    requireRoom(wanted, matching, known, others, errors);
    List<FileStep> found = new ArrayList<>();
    Deadline deadline = Deadline.in(patience);
    for (FileWebhook each : wanted) {
      if (errors.size() >= PROBLEMS_MAX || !matching.problems().isEmpty()) {
        break; // What is settled so far is enough to go on with.
      }
      if (!deadline.remaining().isPositive()) {
        throw new ProblemException(
            ProblemType.TOOK_TOO_LONG,
            "This takes too long, most likely because iMIS is slow to tell of the panels; nothing was done. Try again in a moment: panels that were read are remembered.");
      }
      try {
        found.add(steps.towards(organization, each, matching.of(each), caller));
      } catch (ProblemException e) {
        errors.addAll(within(each, e));
      }
    }
    known.stream()
        .filter(each -> !matching.covers(each))
        .forEach(each -> found.add(FileSteps.forOther(each, others)));
    return new Sought(errors, found);
  }

  private void requireRoom(
      List<FileWebhook> wanted,
      FileMatching matching,
      List<InstalledWebhook> known,
      Others others,
      List<FieldError> errors) {
    long left =
        others == Others.DELETE ? known.stream().filter(matching::covers).count() : known.size();
    long fresh = wanted.stream().filter(each -> matching.of(each) == null).count();
    if (left + fresh > configuration.max()) {
      errors.add(
          new FieldError(
              "/webhooks",
              "There would be %d webhooks, and there may be %d; delete some first."
                  .formatted(left + fresh, configuration.max())));
    }
  }

  /** What keeps one webhook from being saved, in the place where the file says it. */
  private static List<FieldError> within(FileWebhook webhook, ProblemException e) {
    if (!e.errors().isEmpty()) {
      return e.errors().stream()
          .map(each -> new FieldError(webhook.pointer() + each.pointer(), each.detail()))
          .toList();
    }
    if (e.type() == ProblemType.NOT_ALLOWED) {
      return List.of(
          new FieldError(webhook.pointer() + "/privacy", String.valueOf(e.getMessage())));
    }
    throw e;
  }

  private static List<FileProblem> problems(List<FieldError> errors, YamlDocument document) {
    return errors.stream()
        .limit(PROBLEMS_MAX)
        .map(
            error -> {
              TextLocation at = document.locate(error.pointer());
              return new FileProblem(
                  at.line(),
                  at.column(),
                  error.pointer(),
                  webhook(error.pointer(), document),
                  error.detail());
            })
        .toList();
  }

  private static @Nullable String webhook(String pointer, YamlDocument document) {
    List<String> steps = JsonPointers.segments(pointer);
    return steps.size() < 2
        ? null
        : document.value().at("/webhooks/" + steps.get(1)).path("name").textValue();
  }

  private static String fingerprint(byte[] file, Others others, List<String> states) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(digest.digest(file));
      digest.update((others + "\n" + String.join("\n", states)).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
