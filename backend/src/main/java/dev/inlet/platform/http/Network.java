package dev.inlet.platform.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A network in CIDR notation, such as {@code 10.0.0.0/8} or {@code fd00::/8}; a plain address is a
 * network of one.
 */
public final class Network {

  private final byte[] prefix;
  private final int bits;

  private Network(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Parses one network.
   *
   * @throws IllegalArgumentException if the text is not a network; host names are refused
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    byte[] address = literal(parts[0], text);
    int bits = address.length * 8;
    if (parts.length == 2) {
      bits = prefixLength(parts[1], bits, text);
    }
    return new Network(address, bits);
  }

  /** Parses a comma-separated list; blank means none. */
  public static List<Network> parseList(String text) {
    List<Network> networks = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        networks.add(parse(part));
      }
    }
    return List.copyOf(networks);
  }

  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> (bit % 8);
      if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] literal(String address, String whole) {
    // "10/8" would be read as 0.0.0.10/8.
    boolean isComplete = address.contains(":") || address.matches("\\d+(\\.\\d+){3}");
    try {
      if (isComplete) {
        return InetAddress.ofLiteral(address).getAddress();
      }
    } catch (IllegalArgumentException e) {
      // Not an address either.
    }
    throw new IllegalArgumentException("Not a network: \"%s\"".formatted(whole));
  }

  private static int prefixLength(String text, int max, String whole) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > max) {
      throw new IllegalArgumentException("Not a network: \"%s\"".formatted(whole));
    }
    return Integer.parseInt(text);
  }
}
