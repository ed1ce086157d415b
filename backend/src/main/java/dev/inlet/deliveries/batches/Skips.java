package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.platform.problem.ProblemException;
import java.util.Objects;

/** Why deliveries of a batch are skipped, as sentences. */
final class Skips {

  static final String CANCELLED = "The batch was cancelled before its turn.";
  static final String CHANGED =
      "It changed after the batch was planned: somebody replayed it, or its outcome became known.";
  static final String GONE = "This delivery is kept no longer.";
  static final String UNEXPECTED = "Inlet could not begin to replay it; nothing was sent.";

  private Skips() {}

  static String notConfirmed(ReplayProspect prospect) {
    return switch (prospect) {
      case SUCCEEDED ->
          "Its record is in iMIS already, and nobody confirmed that it may be written twice.";
      case INCOMPLETE ->
          "Values are missing that are never stored, and nobody confirmed that its record is written"
              + " without them.";
      default ->
          "Its record may be in iMIS already, and nobody confirmed that it may be written twice.";
    };
  }

  /** Of what is in the way of a further try. */
  static String of(ProblemException problem, ReplayProspect prospect) {
    return switch (problem.type()) {
      case NOT_FOUND -> GONE;
      case CONFLICT -> CHANGED;
      case REPLAY_NOT_CONFIRMED -> notConfirmed(prospect);
      case REPLAY_INCOMPLETE -> notConfirmed(ReplayProspect.INCOMPLETE);
      default -> Objects.requireNonNullElse(problem.getMessage(), UNEXPECTED);
    };
  }
}
