package dev.inlet.imis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known, on any node, of how iMIS takes the user name and password of one connection. Told
 * on the thread that signed in, before anybody who waited for that is.
 */
public interface CredentialsHealth {

  /** Since when iMIS refuses them; null if it does not, as far as is known. */
  @Nullable Instant failingSince();

  void accepted();

  void refused();
}
