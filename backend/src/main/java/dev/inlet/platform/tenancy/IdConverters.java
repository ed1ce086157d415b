package dev.inlet.platform.tenancy;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Lets controllers take typed ids as path variables. */
@Factory
final class IdConverters {

  @Singleton
  TypeConverter<String, OrganizationId> organizationId() {
    return (text, type, context) -> {
      try {
        return Optional.of(new OrganizationId(UUID.fromString(text)));
      } catch (IllegalArgumentException e) {
        context.reject(text, e);
        return Optional.empty();
      }
    };
  }
}
