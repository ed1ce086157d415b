package dev.inlet;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts Inlet. */
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

  private static final Map<String, String> REQUIRED =
      Map.of(
          "inlet.database.url", "INLET_DATABASE_URL",
          "inlet.database.user", "INLET_DATABASE_USER",
          "inlet.database.password", "INLET_DATABASE_PASSWORD",
          "inlet.secret-key", "INLET_SECRET_KEY",
          "inlet.token-key", "INLET_TOKEN_KEY");

  private Application() {}

  public static void main(String[] args) {
    try {
      ApplicationContext context = start(Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    } catch (RuntimeException e) {
      System.err.println(configurationProblem(e).orElseThrow(() -> e));
      System.exit(2);
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
    ApplicationContext context =
        Micronaut.build(new String[0])
            .mainClass(Application.class)
            .banner(false)
            .properties(properties)
            .build();
    try {
      start(context);
      return context;
    } catch (RuntimeException e) {
      // Half a node must not go on working on deliveries.
      context.close();
      throw e;
    }
  }

  private static void start(ApplicationContext context) {
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
