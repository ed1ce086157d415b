package dev.imissimulator;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that goes wrong between a client and the simulator. Made by a factory method and
 * refined: {@code Fault.drop(Part.INSERT).afterWrite().once()}.
 *
 * @param part the requests it strikes
 * @param kind what happens
 * @param moment whether that is before or after the simulator has done what was asked, so that a
 *     client that sees a failure may or may not find its record; {@link Kind#TRICKLE} is always
 *     after
 * @param delay for {@link Kind#DELAY} the whole of it, for {@link Kind#TRICKLE} the pause before
 *     each byte
 * @param status of an {@link Kind#ANSWER}
 * @param body of an {@link Kind#ANSWER}
 * @param bodyBytes size of a {@link Body#OVERSIZED} one
 * @param headers beside the usual ones of an {@link Kind#ANSWER}, such as {@code Retry-After} or
 *     {@code Location}
 * @param times how many requests it strikes before it is used up; 0 strikes until it is taken away
 */
public record Fault(
    Part part,
    Kind kind,
    Moment moment,
    Duration delay,
    int status,
    Body body,
    int bodyBytes,
    Map<String, String> headers,
    int times) {

  /** Which requests. */
  public enum Part {
    ALL,
    TOKEN,
    /** Everything under {@code /api}. */
    API,
    /** Reads and searches under {@code /api}. */
    READ,
    /** The POST that creates a row; not {@code _validate}. */
    INSERT;

    /** Whether a fault for this part strikes a request that belongs to {@code other}. */
    boolean covers(Part other) {
      return this == ALL || this == other || (this == API && other != TOKEN);
    }
  }

  /** What happens. Delays add up; of the other kinds the first that fits strikes. */
  public enum Kind {
    DELAY,
    /** Says nothing until the switches are changed. */
    HANG,
    /** Closes the connection without an answer. */
    DROP,
    /** Answers as told in place of the real answer. */
    ANSWER,
    /** Gives the real answer one byte at a time. */
    TRICKLE
  }

  public enum Moment {
    BEFORE_WRITE,
    AFTER_WRITE
  }

  /** What the body of an error looks like. */
  public enum Body {
    /** {@code {"Message":"..."}} */
    JSON_MESSAGE,
    /** {@code "..."} */
    JSON_STRING,
    TEXT,
    EMPTY,
    /** A page as IIS, a firewall or a login form would send. */
    HTML,
    /** Says that it is JSON and is not even UTF-8. */
    GARBLED,
    /** A JSON string of {@link Fault#bodyBytes} bytes. */
    OVERSIZED
  }

  public Fault {
    headers = Map.copyOf(headers);
    if (delay.isNegative() || times < 0 || bodyBytes < 2 || status < 200 || status > 999) {
      throw new IllegalArgumentException(
          "A fault has a delay and times of 0 or more, bodyBytes of 2 or more and a status from 200 to 999.");
    }
  }

  public static Fault delay(Part part, Duration delay) {
    return of(part, Kind.DELAY).withDelay(delay);
  }

  public static Fault hang(Part part) {
    return of(part, Kind.HANG);
  }

  public static Fault drop(Part part) {
    return of(part, Kind.DROP);
  }

  public static Fault answer(Part part, int status, Body body) {
    return of(part, Kind.ANSWER).withAnswer(status, body);
  }

  public static Fault trickle(Part part, Duration pausePerByte) {
    return of(part, Kind.TRICKLE).withDelay(pausePerByte);
  }

  /** The fault that a JSON object with nothing but a part and a kind means. */
  static Fault of(Part part, Kind kind) {
    return new Fault(
        part,
        kind,
        Moment.BEFORE_WRITE,
        Duration.ZERO,
        500,
        Body.JSON_MESSAGE,
        16 * 1024 * 1024,
        Map.of(),
        0);
  }

  public Fault afterWrite() {
    return new Fault(
        part, kind, Moment.AFTER_WRITE, delay, status, body, bodyBytes, headers, times);
  }

  public Fault once() {
    return times(1);
  }

  public Fault times(int times) {
    return new Fault(part, kind, moment, delay, status, body, bodyBytes, headers, times);
  }

  /** What is left after it has struck, where anything is. */
  Fault struck() {
    return times == 0 ? this : times(times - 1);
  }

  public Fault withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Fault(part, kind, moment, delay, status, body, bodyBytes, more, times);
  }

  public Fault withBodyBytes(int bodyBytes) {
    return new Fault(part, kind, moment, delay, status, body, bodyBytes, headers, times);
  }

  private Fault withDelay(Duration delay) {
    return new Fault(part, kind, moment, delay, status, body, bodyBytes, headers, times);
  }

  private Fault withAnswer(int status, Body body) {
    return new Fault(part, kind, moment, delay, status, body, bodyBytes, headers, times);
  }
}
