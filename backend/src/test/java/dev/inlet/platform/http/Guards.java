package dev.inlet.platform.http;

/** Guards for tests of other packages. */
public final class Guards {

  private Guards() {}

  /** A guard that lets networks through that are not public, such as {@code 127.0.0.0/8}. */
  public static OutboundGuard lettingThrough(String networks) {
    return new OutboundGuard(new NetworkConfiguration(networks, ""));
  }
}
