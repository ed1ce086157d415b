package dev.inlet.platform.doctor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each setting can be read, also those that only a node that serves reads. */
@Singleton
class ConfigurationExamination implements Examination {

  private final ApplicationContext context;

  ConfigurationExamination(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public String subject() {
    return "Configuration";
  }

  @Override
  public List<Finding> examine() {
    List<Finding> wrong =
        context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationProperties.class)).stream()
            .filter(settings -> settings.getBeanType().getName().startsWith("dev.inlet."))
            .flatMap(settings -> problem(settings).stream())
            .map(Finding::failure)
            .toList();
    return wrong.isEmpty() ? List.of(Finding.fine("Each setting can be read.")) : wrong;
  }

  private Optional<String> problem(BeanDefinition<?> settings) {
    try {
      Object _ = context.getBean(settings);
      return Optional.empty();
    } catch (BeanContextException e) {
      Throwable root =
          Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
              .reduce(e, (before, cause) -> cause);
      return Optional.of(String.valueOf(root.getMessage()));
    }
  }
}
