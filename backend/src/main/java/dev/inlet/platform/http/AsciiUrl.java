package dev.inlet.platform.http;

import java.net.IDN;

/** Host names of other scripts are looked up in their ASCII form. */
public final class AsciiUrl {

  private AsciiUrl() {}

  /**
   * A web address with its host in ASCII.
   *
   * @throws IllegalArgumentException if the host has no such form
   */
  public static String of(String typed) {
    int start = typed.indexOf("://") + 3;
    if (start < 3 || typed.chars().allMatch(c -> c < 128)) {
      return typed;
    }
    int end = start;
    while (end < typed.length() && "/:?#".indexOf(typed.charAt(end)) < 0) {
      end++;
    }
    return typed.substring(0, start)
        + IDN.toASCII(typed.substring(start, end))
        + typed.substring(end);
  }
}
