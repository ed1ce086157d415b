package dev.imissimulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.imissimulator.Fault.Body;
import java.util.Arrays;
import java.util.Map;

/** What goes back, before it is known how the connection behaves. */
final class Answer {
  private static final String JSON = "application/json; charset=utf-8";

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(202, "Accepted"),
          Map.entry(204, "No Content"),
          Map.entry(302, "Found"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Request Entity Too Large"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private static final Map<Integer, String> MESSAGES =
      Map.of(
          401, "Authorization has been denied for this request.",
          500, "An error occurred. Please contact the administrator.",
          501, "Service not implemented",
          503, "This site is under maintenance");

  private final int status;
  private final String reason;
  private final String contentType;
  private final byte[] body;
  private final Map<String, String> headers;

  private Answer(
      int status, String reason, String contentType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.reason = reason;
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
  }

  static Answer json(int status, JsonNode body) {
    return json(status, reason(status), body);
  }

  static Answer json(int status, String reason, JsonNode body) {
    return new Answer(status, reason, JSON, Json.bytes(body), Map.of());
  }

  static Answer empty(int status, String reason) {
    return new Answer(status, reason, "", new byte[0], Map.of());
  }

  static Answer error(int status, String message, Body body) {
    return error(status, message, body, 2);
  }

  static Answer error(int status, Body body) {
    return error(status, message(status), body);
  }

  static Answer of(Fault fault) {
    int status = fault.status();
    Answer answer = error(status, message(status), fault.body(), fault.bodyBytes());
    return new Answer(status, answer.reason, answer.contentType, answer.body, fault.headers());
  }

  private static Answer error(int status, String message, Body body, int bytes) {
    String reason = status == 501 ? message : reason(status);
    return switch (body) {
      case JSON_MESSAGE -> json(status, reason, Json.object().put("Message", message));
      case JSON_STRING -> json(status, reason, TextNode.valueOf(message));
      case EMPTY -> empty(status, reason);
      case TEXT -> text(status, reason, "text/plain; charset=utf-8", message);
      case HTML -> text(status, reason, "text/html; charset=utf-8", page(reason, message));
      case GARBLED -> new Answer(status, reason, JSON, garbled(), Map.of());
      case OVERSIZED -> new Answer(status, reason, JSON, oversized(bytes), Map.of());
    };
  }

  private static Answer text(int status, String reason, String contentType, String text) {
    return new Answer(status, reason, contentType, text.getBytes(UTF_8), Map.of());
  }

  private static String page(String title, String message) {
    return """
        <!DOCTYPE html>
        <html><head><title>%s</title></head>
        <body><h1>%s</h1><p>%s</p><form action="/Login"><input name="username"></form></body></html>
        """
        .formatted(title, title, message);
  }

  private static byte[] garbled() {
    return "{\"$type\":\"Asi.Soa.\u00ff\u00fe\u0000{{[\u00c3(".getBytes(ISO_8859_1);
  }

  private static byte[] oversized(int bytes) {
    byte[] text = new byte[bytes];
    Arrays.fill(text, (byte) 'x');
    text[0] = '"';
    text[bytes - 1] = '"';
    return text;
  }

  private static String reason(int status) {
    return REASONS.getOrDefault(status, "");
  }

  private static String message(int status) {
    return MESSAGES.getOrDefault(status, reason(status));
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  /** Empty where there is no body. */
  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }
}
