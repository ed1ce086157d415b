package dev.inlet.webhooks.verification;

import dev.inlet.platform.http.Network;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook demands of whoever sends to it, without the secret.
 *
 * @param header where the signature or the secret stands; of HMAC and HEADER alone
 * @param algorithm of HMAC alone
 * @param encoding of HMAC alone
 * @param prefix what stands before the signature; of HMAC alone, null if nothing does
 * @param user of BASIC alone
 * @param networks where deliveries may come from, in CIDR notation; empty for anywhere
 */
@Introspected
public record Verification(
    Scheme scheme,
    @Nullable String header,
    @Nullable Algorithm algorithm,
    @Nullable Encoding encoding,
    @Nullable String prefix,
    @Nullable String user,
    List<String> networks) {

  /** Anybody may send. */
  public static final Verification OPEN =
      new Verification(Scheme.NONE, null, null, null, null, null, List.of());

  public Verification {
    networks = List.copyOf(networks);
  }

  public boolean isOpen() {
    return equals(OPEN);
  }

  /** Whether there is nothing to verify without one. */
  public boolean needsSecret() {
    return scheme != Scheme.NONE;
  }

  /** Whether what was a secret of the other one is one of this. */
  public boolean takesSecretOf(Verification other) {
    return scheme == other.scheme && Objects.equals(user, other.user);
  }

  /**
   * What is kept of a secret that was given: of BASIC with its user, so that both are replaced
   * together.
   */
  public String kept(String given) {
    return scheme == Scheme.BASIC ? user + ":" + given : given;
  }

  List<Network> parsedNetworks() {
    return networks.stream().map(Network::parse).toList();
  }
}
