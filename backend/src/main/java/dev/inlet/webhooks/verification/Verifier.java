package dev.inlet.webhooks.verification;

import dev.inlet.platform.http.Network;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's verification with its secrets, ready to judge any number of deliveries. Immutable:
 * one delivery is judged by one state of it.
 */
public final class Verifier {

  /** Lets everything through. */
  public static final Verifier OPEN = new Verifier(Verification.OPEN, List.of());

  private final Proof proof;
  private final List<Network> networks;
  private final Scheme scheme;
  private final @Nullable List<Secret> secrets;

  /**
   * Made of what stands in the database.
   *
   * @param secrets null if they cannot be read: then nothing is let through
   */
  public Verifier(Verification verification, @Nullable List<Secret> secrets) {
    this.scheme = verification.scheme();
    this.proof = Proof.of(verification);
    this.networks = verification.parsedNetworks();
    this.secrets = secrets == null ? null : List.copyOf(secrets);
  }

  /** Whether it lets nothing through for reasons of Inlet's own, which may pass. */
  public boolean isBroken() {
    return secrets == null;
  }

  /** Whether a sender proves itself by user and password, which HTTP wants to be asked for. */
  public boolean isBasic() {
    return scheme == Scheme.BASIC;
  }

  /**
   * Judges where a delivery comes from.
   *
   * @param source an address
   * @return empty if it may come from there
   */
  public Optional<Refusal> refusalOfSource(String source) {
    return networks.isEmpty() || comesFromOne(source)
        ? Optional.empty()
        : Optional.of(Refusal.source());
  }

  private boolean comesFromOne(String source) {
    try {
      InetAddress address = InetAddress.ofLiteral(source);
      return networks.stream().anyMatch(network -> network.contains(address));
    } catch (IllegalArgumentException e) {
      return false; // no address, no network
    }
  }

  /**
   * Judges by what a delivery proves itself.
   *
   * @return empty if it does
   */
  public Optional<Refusal> refusal(Sent sent) {
    if (scheme == Scheme.NONE) {
      return Optional.empty();
    }
    List<String> counting = counting(sent.at());
    if (counting.isEmpty()) {
      return Optional.of(Refusal.unreadableSecret());
    }
    try {
      proof.require(counting, sent);
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(e.refusal());
    }
  }

  /** None if they cannot be read. */
  private List<String> counting(Instant now) {
    return secrets == null
        ? List.of()
        : secrets.stream().filter(secret -> secret.countsAt(now)).map(Secret::value).toList();
  }

  /**
   * Whether a header must not be stored: it is the one that proves something, or holds a secret by
   * mistake.
   */
  public boolean isSecret(String header, List<String> values) {
    return proof.headers().contains(header.toLowerCase(Locale.ROOT))
        || values.stream().anyMatch(this::holdsSecret);
  }

  private boolean holdsSecret(String value) {
    return secrets != null
        && secrets.stream()
            .anyMatch(
                secret ->
                    MessageDigest.isEqual(
                        value.strip().getBytes(StandardCharsets.UTF_8),
                        secret.value().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "Verifier[scheme=%s]".formatted(scheme);
  }
}
