package dev.inlet.platform.secrets;

import dev.inlet.platform.secrets.WrappedSecrets.Rewrapped;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the replacement of the deployment's key: once all secrets are under the first one that is
 * configured, the others can be forgotten.
 */
@Singleton
public class KeyRotation {

  private final List<WrappedSecrets> all;

  KeyRotation(List<WrappedSecrets> all) {
    this.all = all;
  }

  /**
   * What was done.
   *
   * @param text a line for each kind of secrets, and what follows for the operator
   * @param isComplete whether every secret is under the first key now
   */
  public record Report(String text, boolean isComplete) {}

  /** Encrypts under the first key what is under another one. */
  public Report rotate() {
    List<String> lines = new ArrayList<>();
    int lost = 0;
    for (WrappedSecrets secrets : all) {
      Rewrapped done = secrets.rewrap();
      lost += done.lost();
      lines.add(line(secrets.name(), done));
    }
    lines.add(
        lost == 0
            ? "Everything is under the first key of INLET_SECRET_KEY. If every node was started with it first by now, the others can be left out; otherwise do that, and this again."
            : "%d open with no key of INLET_SECRET_KEY; the log names them. Add the key that they were encrypted under, and do this again."
                .formatted(lost));
    return new Report(String.join("%n".formatted(), lines), lost == 0);
  }

  private static String line(String name, Rewrapped done) {
    return "%s: %d, of which %d were under an older key; %d do not open."
        .formatted(name, done.kept() + done.lost(), done.anew(), done.lost());
  }
}
