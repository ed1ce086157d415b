package dev.inlet.platform.access;

import dev.inlet.platform.security.Caller;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets controllers take the caller that the gate let through. */
@Factory
final class CallerBinder {

  private static final String ATTRIBUTE = "inlet.caller";

  static void keep(HttpRequest<?> request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  static Optional<Caller> kept(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Caller.class);
  }

  @Singleton
  TypedRequestArgumentBinder<Caller> caller() {
    return new Binder<>(Caller.class);
  }

  @Singleton
  TypedRequestArgumentBinder<Caller.Person> person() {
    return new Binder<>(Caller.Person.class);
  }

  private record Binder<C extends Caller>(Class<C> type) implements TypedRequestArgumentBinder<C> {

    @Override
    public Argument<C> argumentType() {
      return Argument.of(type);
    }

    @Override
    public BindingResult<C> bind(ArgumentConversionContext<C> context, HttpRequest<?> request) {
      return () -> request.getAttribute(ATTRIBUTE, type);
    }
  }
}
