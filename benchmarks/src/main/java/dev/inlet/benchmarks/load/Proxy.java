package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Processes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bare reverse proxy, as people put before what they run: nginx, which parses heads, passes
 * bodies on over connections that it keeps, and knows and writes nothing.
 */
final class Proxy implements AutoCloseable {

  static final String MISSING = "nginx is not installed";

  private static final Duration START_MAX = Duration.ofSeconds(10);

  private final Process process;
  private final int port;

  private Proxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one in front of an upstream; empty if there is no nginx. */
  static Optional<Proxy> before(URI upstream, Path home) throws IOException, InterruptedException {
    Optional<Path> nginx =
        Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (nginx.isEmpty()) {
      return Optional.empty();
    }
    int port = Processes.freePort();
    Path configuration = home.resolve("nginx.conf");
    Files.writeString(configuration, configuration(home, upstream, port));
    Process process =
        new ProcessBuilder(nginx.get().toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("nginx.log").toFile())
            .start();
    Processes.await(process, () -> Processes.listens(port), START_MAX, home);
    return Optional.of(new Proxy(process, port));
  }

  private static String configuration(Path home, URI upstream, int port) {
    return """
        daemon off;
        worker_processes auto;
        pid %1$s/nginx.pid;
        error_log %1$s/nginx-error.log;
        events { worker_connections 16384; }
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          client_body_buffer_size 2m;
          client_max_body_size 16m;
          keepalive_requests 1000000000;
          upstream imis { server %2$s; keepalive 512; keepalive_requests 1000000000; }
          server {
            listen 127.0.0.1:%3$d;
            location / {
              proxy_pass http://imis;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host %4$s;
            }
          }
        }
        """
        .formatted(home, server(upstream), port, upstream.getAuthority());
  }

  /** By its address: a name may have more than one, and not all be listened at. */
  private static String server(URI url) {
    InetSocketAddress address = Post.address(url);
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** How long its processors have worked for it until now. */
  Duration worked() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
