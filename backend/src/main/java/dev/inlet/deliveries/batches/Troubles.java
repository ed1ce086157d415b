package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reasons that are the connection's, and would be every delivery's. */
final class Troubles {

  private Troubles() {}

  /** Why a batch pauses by itself, as a sentence; empty if it is about the delivery alone. */
  static Optional<String> of(@Nullable Reason reason) {
    return Optional.ofNullable(reason == null ? null : sentence(reason));
  }

  private static @Nullable String sentence(Reason reason) {
    return switch (reason) {
      case CREDENTIALS_REFUSED ->
          "iMIS refuses the user name or the password. Correct the connection, then resume.";
      case NOT_CONNECTED -> "The organization is not connected to iMIS. Connect it, then resume.";
      case ADDRESS_NOT_ALLOWED ->
          "The address of iMIS is not one that Inlet may call. Correct the connection, then resume.";
      case UNREACHABLE, UNAVAILABLE, NO_ANSWER ->
          "iMIS could not be reached, or did not answer, several times in a row. Resume once it"
              + " does.";
      case THROTTLED, BUSY ->
          "iMIS had too much to do several times in a row. Resume once it has less.";
      default -> null;
    };
  }
}
