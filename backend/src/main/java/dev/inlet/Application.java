package dev.inlet;

import dev.inlet.platform.ConfigurationException;
import dev.inlet.platform.life.Departure;
import dev.inlet.platform.problem.ProblemException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts Inlet, or has it do one thing by command. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Inlet management API",
            version = "1",
            description = "Inbound webhooks into iMIS. Errors are RFC 9457 problem documents."),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    name = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  static final Map<String, String> REQUIRED =
      Map.of(
          "inlet.database.url", "INLET_DATABASE_URL",
          "inlet.database.user", "INLET_DATABASE_USER",
          "inlet.database.password", "INLET_DATABASE_PASSWORD",
          "inlet.secret-key", "INLET_SECRET_KEY",
          "inlet.token-key", "INLET_TOKEN_KEY");

  private static final List<String> SERVE = List.of("serve");

  /** Needs no configuration. */
  private static final List<String> VERSION = List.of("version");

  private static final String POLLER_MODE = "jdk.pollerMode";

  private Application() {}

  public static void main(String[] args) {
    logAllAlike();
    try {
      if (args.length > 0 && !List.of(args).equals(SERVE)) {
        CommandResult result = command(Map.of(), List.of(args));
        System.out.println(result.text());
        System.exit(result.isWell() ? 0 : 1);
      }
      ApplicationContext context = start(Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(context)));
    } catch (ProblemException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      System.err.println(configurationProblem(e).orElseThrow(() -> e));
      System.exit(2);
    }
  }

  /** What libraries say to the JDK's own log goes where all else goes. */
  private static void logAllAlike() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static void leave(ApplicationContext context) {
    context.getBean(Departure.class).announce();
    context.close();
  }

  /**
   * Does what a command line asks, beside whatever nodes are running.
   *
   * @param properties configuration that goes before the environment's
   * @param line a command's name and its arguments
   * @return what was done or found, for whoever asked
   * @throws ConfigurationException if there is no such command, or something is not configured
   * @throws ProblemException if it cannot be done, with a sentence that says why
   */
  public static CommandResult command(Map<String, Object> properties, List<String> line) {
    if (line.equals(VERSION)) {
      return CommandResult.done(Release.name());
    }
    Command command =
        Command.of(line).orElseThrow(() -> new ConfigurationException(Command.usage()));
    Map<String, Object> all = new HashMap<>(properties);
    all.put("inlet.is-command", true);
    if (command.isExamination()) {
      all.put("inlet.is-examination", true);
    }
    try (ApplicationContext context = context(all)) {
      context.getEnvironment().start();
      requireConfiguration(context);
      context.start();
      return command.run(context, line);
    }
  }

  /** What its operator has to change, if that is why a start failed; beans wrap it. */
  private static Optional<String> configurationProblem(RuntimeException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .filter(ConfigurationException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst();
  }

  /**
   * Starts Inlet within this process.
   *
   * @param properties configuration that goes before the environment's
   * @throws MissingConfigurationException if something that has no default is not configured
   */
  public static ApplicationContext start(Map<String, Object> properties) {
    preferPollersOfTheSystem();
    ApplicationContext context = context(properties);
    try {
      start(context);
      return context;
    } catch (RuntimeException e) {
      // Half a node must not go on working on deliveries.
      context.close();
      throw e;
    }
  }

  /**
   * What waits for a socket is woken by threads of the system. The JDK's own choice, virtual ones,
   * has each wait for a processor once more: docs/performance.md. It is read once, before the first
   * virtual thread waits.
   */
  private static void preferPollersOfTheSystem() {
    if (System.getProperty(POLLER_MODE) == null) {
      System.setProperty(POLLER_MODE, "1");
    }
  }

  private static ApplicationContext context(Map<String, Object> properties) {
    return Micronaut.build(new String[0])
        .mainClass(Application.class)
        .banner(false)
        .propertySources(SettingFiles.read(System.getenv()))
        .properties(properties)
        .build();
  }

  private static void start(ApplicationContext context) {
    LOG.info("{} starts", Release.name());
    context.getEnvironment().start();
    requireConfiguration(context);
    context.start();
    context.findBean(EmbeddedServer.class).ifPresent(EmbeddedServer::start);
  }

  private static void requireConfiguration(ApplicationContext context) {
    List<String> missing =
        REQUIRED.entrySet().stream()
            .filter(
                entry ->
                    context
                        .getEnvironment()
                        .getProperty(entry.getKey(), String.class)
                        .orElse("")
                        .isBlank())
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingConfigurationException(missing);
    }
  }
}
