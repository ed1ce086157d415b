package dev.inlet.webhooks.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression becomes when it is compiled, told without compiling it: counted
 * repetitions multiply, and a few nested ones would fill the memory.
 */
final class PatternSize {

  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?\\}");
  private static final long ENOUGH = 1_000_000_000;

  private final String pattern;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long sum;
  private long last;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /** About the number of instructions, never fewer. */
  static long of(String pattern) {
    return new PatternSize(pattern).count();
  }

  private long count() {
    while (at < pattern.length()) {
      switch (pattern.charAt(at)) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '{' -> repeat();
        default -> atom(1);
      }
    }
    while (!outer.isEmpty()) {
      close();
    }
    return sum;
  }

  private void atom(int length) {
    // The signs | * + ? take an instruction as a letter does, or two.
    last = "*+?".indexOf(pattern.charAt(at)) >= 0 ? last + 2 : 2;
    sum += 2;
    at += length;
  }

  private void escape() {
    boolean isBraced =
        at + 2 < pattern.length()
            && "pPxu".indexOf(pattern.charAt(at + 1)) >= 0
            && pattern.charAt(at + 2) == '{';
    int end = isBraced ? pattern.indexOf('}', at) : at + 1;
    atom(end < 0 ? pattern.length() - at : end + 1 - at);
  }

  private void characterClass() {
    int end = at + 1;
    end += pattern.startsWith("^", end) ? 1 : 0;
    end += pattern.startsWith("]", end) ? 1 : 0;
    while (end < pattern.length() && pattern.charAt(end) != ']') {
      int posix = pattern.startsWith("[:", end) ? pattern.indexOf(":]", end) : -1;
      if (posix > 0) {
        end = posix + 2;
      } else {
        end += pattern.charAt(end) == '\\' ? 2 : 1;
      }
    }
    atom(end + 1 - at);
  }

  private void open() {
    outer.push(sum);
    sum = 0;
    last = 0;
    at++;
  }

  private void close() {
    last = sum + 2;
    sum = Math.min(ENOUGH, last + (outer.isEmpty() ? 0 : outer.pop()));
    at++;
  }

  private void repeat() {
    Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
    if (!count.lookingAt()) {
      atom(1);
      return;
    }
    long times = Long.parseLong(count.group(1)) + 1;
    if (count.group(3) != null && !count.group(3).isEmpty()) {
      times = Math.max(times, Long.parseLong(count.group(3)));
    }
    long once = last + 1;
    sum = Math.min(ENOUGH, sum + once * times);
    last = Math.min(ENOUGH, once * times);
    at = count.end();
  }
}
