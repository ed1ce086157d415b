package dev.inlet.isolation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.deliveries.PageStart;
import dev.inlet.identity.People.Someone;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.UserId;
import dev.inlet.testing.Definitions;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arguments for queries, made of one organization's things. */
final class Samples {

  private final Stage stage;
  private final Someone member;
  private final UUID id;

  Samples(Stage stage, Someone member, UUID id) {
    this.stage = stage;
    this.member = member;
    this.id = id;
  }

  Object of(Class<?> type) {
    if (type == UUID.class) {
      return id;
    } else if (type == int.class || type == Integer.class) {
      return 100;
    } else if (type == boolean.class) {
      return false;
    } else if (type == String.class) {
      return ""; // where a list begins
    } else if (type == byte[].class) {
      return new byte[] {1};
    } else if (type == PageStart.class) {
      return PageStart.NEWEST;
    } else if (type == Instant.class) {
      return Instant.now();
    } else if (type == Duration.class) {
      return Duration.ofSeconds(5);
    } else if (type == ZoneId.class) {
      return ZoneId.of("UTC");
    } else if (type == URI.class) {
      return URI.create("https://imis.example.org");
    } else if (type == UserId.class) {
      return member.id();
    } else if (type == List.class) {
      return List.of();
    } else if (type == Set.class) {
      return Set.of();
    } else if (type == Map.class) {
      return Map.of();
    } else if (type.isAssignableFrom(ObjectNode.class)) {
      return Definitions.read(Definitions.SAMPLE_SCHEMA);
    } else if (type == Caller.Person.class) {
      return new Caller.Person(
          member.id(), member.session(), member.email(), false, false, new Origin("", ""));
    } else if (type == Slug.class) {
      return new Slug("slug-" + UUID.randomUUID());
    } else if (type == Role.class) {
      return Role.ADMIN;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type.isRecord()) {
      return record(type);
    }
    throw new AssertionError(
        "A query takes a %s: say here what to give it, of %s"
            .formatted(type, stage.organization()));
  }

  /** What narrows a list is left out, so that the list shows all it can. */
  private static @Nullable Object nothing(Class<?> filter, RecordComponent component) {
    if (component.getType().isPrimitive()) {
      throw new AssertionError("%s narrows always".formatted(filter));
    }
    return null;
  }

  private Object record(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components)
              .map(
                  component ->
                      type.getSimpleName().endsWith("Filter")
                          ? nothing(type, component)
                          : of(component.getType()))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A sample %s could not be made".formatted(type), e);
    }
  }
}
