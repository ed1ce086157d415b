package dev.imissimulator;

import dev.imissimulator.Fault.Part;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request to iMIS, with the folder that iMIS may be installed in taken off its path. */
final class ImisRequest {
  private static final String INSTANCE_FOLDER = "asi.scheduler_";

  private final String method;
  private final List<String> path;
  private final Map<String, String> headers;
  private final Map<String, List<String>> query;
  private final byte[] body;

  private ImisRequest(
      String method,
      List<String> path,
      Map<String, String> headers,
      Map<String, List<String>> query,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.query = query;
    this.body = body;
  }

  static ImisRequest of(NettyHttpRequest<?> request, byte[] body) {
    QueryStringDecoder uri = new QueryStringDecoder(request.getNativeRequest().uri());
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .getNativeRequest()
        .headers()
        .forEach(header -> headers.put(header.getKey(), header.getValue()));
    return new ImisRequest(
        request.getMethodName(), path(uri.path()), headers, uri.parameters(), body);
  }

  private static List<String> path(String path) {
    List<String> segments =
        Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    boolean inFolder =
        !segments.isEmpty()
            && segments.getFirst().toLowerCase(Locale.ROOT).startsWith(INSTANCE_FOLDER);
    return inFolder ? segments.subList(1, segments.size()) : segments;
  }

  Part part() {
    if (path.size() == 1 && isSegment(0, "token")) {
      return Part.TOKEN;
    }
    if (method.equals("POST") && path.size() == 2 && isSegment(0, "api")) {
      return Part.INSERT;
    }
    return method.equals("GET") ? Part.READ : Part.API;
  }

  boolean isSegment(int index, String name) {
    return segment(index).filter(name::equalsIgnoreCase).isPresent();
  }

  Optional<String> segment(int index) {
    return index < path.size() ? Optional.of(path.get(index)) : Optional.empty();
  }

  String pathBelowApi() {
    return String.join("/", path.subList(1, path.size()));
  }

  int segments() {
    return path.size();
  }

  String method() {
    return method;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Map<String, List<String>> query() {
    return query;
  }

  byte[] body() {
    return body;
  }
}
