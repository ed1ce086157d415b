package dev.inlet.webhooks;

import dev.inlet.platform.json.OneLine;
import dev.inlet.webhooks.FilePlan.Change;
import dev.inlet.webhooks.FilePlan.PlannedWebhook;
import dev.inlet.webhooks.file.Difference;
import java.util.ArrayList;
import java.util.List;

/** A plan for people to read, on whatever can show lines of text. */
final class FilePlanText {

  private final StringBuilder text = new StringBuilder();

  private FilePlanText() {}

  static String of(FilePlan plan) {
    FilePlanText text = new FilePlanText();
    if (!plan.problems().isEmpty()) {
      text.line("The file cannot be applied:");
      plan.problems().forEach(problem -> text.line("  " + problem.sentence()));
      return text.text.toString();
    }
    plan.webhooks().forEach(text::webhook);
    text.line(summary(plan));
    return text.text.toString();
  }

  private void webhook(PlannedWebhook webhook) {
    String name = "\"%s\"".formatted(webhook.name());
    switch (webhook.change()) {
      case CREATE -> line("+ create " + name);
      case CHANGE -> line("~ change " + name);
      case PAUSE -> line("! pause " + name);
      case DELETE -> line("- delete " + name);
      case UNCHANGED -> line("  " + name + " stays as it is");
      case LEAVE -> line("  " + name + " is not in the file, and left alone");
    }
    webhook.differences().forEach(this::difference);
    webhook.notes().forEach(note -> line("    " + note));
    if (webhook.change().isOne()) {
      line("");
    }
  }

  private void difference(Difference difference) {
    String setting = difference.setting();
    if (difference.before() == null) {
      line("    + %s: %s".formatted(setting, difference.after()));
    } else if (difference.after() == null) {
      line("    - %s: %s".formatted(setting, difference.before()));
    } else {
      line("    ~ %s: %s -> %s".formatted(setting, difference.before(), difference.after()));
    }
  }

  private static String summary(FilePlan plan) {
    if (plan.changes() == 0) {
      return "Nothing to do: the webhooks are as the file says.";
    }
    List<String> parts = new ArrayList<>();
    add(parts, plan, Change.CREATE, "to create");
    add(parts, plan, Change.CHANGE, "to change");
    add(parts, plan, Change.PAUSE, "to pause");
    add(parts, plan, Change.DELETE, "to delete");
    return String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, FilePlan plan, Change change, String done) {
    long count = plan.webhooks().stream().filter(each -> each.change() == change).count();
    if (count > 0) {
      parts.add(count + " " + done);
    }
  }

  /** Names and values are whatever somebody typed; none of them moves a terminal's cursor. */
  private void line(String line) {
    text.append(OneLine.of(line)).append('\n');
  }
}
