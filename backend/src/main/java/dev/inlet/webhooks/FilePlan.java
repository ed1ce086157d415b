package dev.inlet.webhooks;

import dev.inlet.webhooks.file.Difference;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What applying a file changes.
 *
 * @param fingerprint of the file and of the webhooks that there are: sent along with applying, so
 *     that what was planned is what is done
 * @param webhooks those of the file in its order, then the others by name; none if there are
 *     problems
 * @param problems why the file cannot be applied
 */
@Introspected
record FilePlan(String fingerprint, List<PlannedWebhook> webhooks, List<FileProblem> problems) {

  /** How many webhooks applying it changes. */
  long changes() {
    return webhooks.stream().filter(each -> each.change().isOne()).count();
  }

  /** What becomes of a webhook. */
  enum Change {
    CREATE,
    CHANGE,
    /** It is as the file says. */
    UNCHANGED,
    /** It is not in the file, and paused because that was asked for. */
    PAUSE,
    /** It is not in the file, and deleted because that was asked for. */
    DELETE,
    /** It is not in the file. */
    LEAVE;

    boolean isOne() {
      return this != UNCHANGED && this != LEAVE;
    }
  }

  /** What is to become of webhooks that are not in the file. */
  enum Others {
    LEAVE,
    PAUSE,
    DELETE
  }

  /**
   * A webhook, and what becomes of it.
   *
   * @param id null if it is to be created
   * @param differences setting by setting; of one that is created, all it says
   * @param notes what somebody should know before, or has to do after
   */
  @Introspected
  @Schema(name = "PlannedWebhook")
  record PlannedWebhook(
      Change change,
      @Nullable UUID id,
      String name,
      List<Difference> differences,
      List<String> notes) {}

  /**
   * Why a file cannot be applied.
   *
   * @param line where it stands, from 1
   * @param column where in its line, from 1
   * @param pointer JSON Pointer into the file; empty for the whole of it
   * @param webhook the name of the webhook that it is about; null if it is about none
   * @param detail one sentence a person can act on
   */
  @Introspected
  @Schema(name = "FileProblem")
  record FileProblem(
      int line, int column, String pointer, @Nullable String webhook, String detail) {

    String sentence() {
      return webhook == null
          ? "Line %d, column %d: %s".formatted(line, column, detail)
          : "Line %d, column %d (%s): %s".formatted(line, column, webhook, detail);
    }
  }
}
