package dev.inlet.standalone;

import dev.imissimulator.Simulator;
import dev.inlet.Application;
import dev.inlet.CommandResult;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts everything, says where it is, and stops it in the opposite order. */
public final class Standalone implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Settings settings;
  private Optional<String> demoUrl = Optional.empty();

  private Standalone(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) throws InterruptedException {
    try {
      Settings settings = Settings.of(System.getenv());
      if (args.length > 0 && !List.of(args).equals(List.of("serve"))) {
        CommandResult result = OperatorCommand.run(settings, List.of(args));
        System.out.println(result.text());
        System.exit(result.isWell() ? 0 : 1);
      }
      Standalone standalone = start(settings);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    System.out.println("Inlet stops");
                    standalone.close();
                    stopped.countDown();
                  }));
      standalone.announce();
      stopped.await();
    } catch (StartException e) {
      System.err.println(e.getMessage());
      if (e.getCause() != null) {
        System.err.println("(" + e.getCause() + ")");
      }
      System.exit(1);
    }
  }

  static Standalone start(Settings settings) {
    Standalone standalone = new Standalone(settings);
    try {
      standalone.startAll();
      return standalone;
    } catch (RuntimeException e) {
      standalone.close();
      throw e;
    }
  }

  private void startAll() {
    requireFree(settings.port(), "INLET_PORT");
    requireFree(settings.simulatorPort(), "INLET_SIMULATOR_PORT");
    DataDirectory data = begin(DataDirectory.open(settings.dataDirectory()));
    Keys keys = Keys.in(data);
    LocalPostgres postgres = begin(LocalPostgres.start(data));
    begin(Simulator.start(settings.simulatorPort()));
    ApplicationContext context = begin(Application.start(properties(keys, postgres)));
    try {
      demoUrl = new Demo(url(settings.port()), url(settings.simulatorPort())).ensure(context);
    } catch (IOException e) {
      throw new StartException("The demo could not be made.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("The start was interrupted.", e);
    }
  }

  private Map<String, Object> properties(Keys keys, LocalPostgres postgres) {
    return properties(settings, keys, postgres.url());
  }

  static Map<String, Object> properties(Settings settings, Keys keys, String databaseUrl) {
    return Map.of(
        // Its sign-in is published, and it may call this machine: nobody else is to reach it.
        "micronaut.server.host",
        "localhost",
        "inlet.port",
        settings.port(),
        "inlet.database.url",
        databaseUrl,
        "inlet.database.user",
        LocalPostgres.USER,
        "inlet.database.password",
        LocalPostgres.PASSWORD,
        "inlet.secret-key",
        keys.secretKey(),
        "inlet.token-key",
        keys.tokenKey(),
        "inlet.outbound-allowed-networks",
        "127.0.0.0/8,::1/128");
  }

  private <T extends AutoCloseable> T begin(T service) {
    started.push(service);
    return service;
  }

  private static void requireFree(int port, String variable) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StartException(
          "Port %d is taken: stop what uses it, or set %s to another one."
              .formatted(port, variable));
    }
  }

  Optional<String> demoUrl() {
    return demoUrl;
  }

  static URI url(int port) {
    return URI.create("http://localhost:" + port);
  }

  private void announce() {
    System.out.println();
    System.out.println("Web app   " + url(settings.port()));
    System.out.println("Sign in   %s   %s".formatted(Demo.EMAIL, Demo.PASSWORD));
    System.out.println(
        "iMIS      %s (simulated; user demo, password demo&100%%=ok)"
            .formatted(url(settings.simulatorPort())));
    System.out.println("Data      " + settings.dataDirectory());
    System.out.println(
        "Support   make a user of the support staff: ./run create-support-user EMAIL NAME");
    demoUrl.ifPresent(
        url -> {
          System.out.println();
          System.out.println("Send the demo webhook a delivery:");
          System.out.println();
          System.out.println(curl(url));
        });
    System.out.println();
    System.out.println("Inlet is ready");
  }

  /** One line that works as printed in any shell. */
  static String curl(String url) {
    return "curl -i '%s' -d '{\"firstName\":\"Homer\",\"lastName\":\"Simpson\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}'"
        .formatted(url);
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        System.err.println("Something did not stop cleanly: " + e);
      }
    }
  }
}
