package dev.inlet.testing;

import dev.inlet.platform.metrics.ManagementServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What an Inlet with a management port hands out, as Prometheus reads it. */
public final class Scrape {

  private final String text;

  private Scrape(String text) {
    this.text = text;
  }

  public static Scrape of(TestInlet inlet) {
    HttpResponse<String> answer = get(inlet, "/metrics");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return new Scrape(answer.body());
  }

  /** Asks the management port for anything. */
  public static HttpResponse<String> get(TestInlet inlet, String path) {
    int port = inlet.bean(ManagementServer.class).port();
    return Tenant.send(
        HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path))));
  }

  public String text() {
    return text;
  }

  /** The series of a metric, each as a line. */
  public List<String> series(String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .toList();
  }

  /** What a metric's series with all of these labels say together. */
  public double sum(String name, String... labels) {
    return series(name).stream()
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
