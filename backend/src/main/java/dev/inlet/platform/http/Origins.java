package dev.inlet.platform.http;

import dev.inlet.platform.json.StorableText;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Tells where requests come from; lets controllers take an {@link Origin}. */
@Singleton
public class Origins implements TypedRequestArgumentBinder<Origin> {

  private static final int DEVICE_LENGTH_MAX = 300;

  private final CallerAddress address;

  Origins(CallerAddress address) {
    this.address = address;
  }

  public Origin of(HttpRequest<?> request) {
    String device = request.getHeaders().get("User-Agent", String.class, "");
    return new Origin(
        address.of(request),
        Objects.requireNonNullElse(StorableText.of(device, DEVICE_LENGTH_MAX), ""));
  }

  @Override
  public Argument<Origin> argumentType() {
    return Argument.of(Origin.class);
  }

  @Override
  public BindingResult<Origin> bind(
      ArgumentConversionContext<Origin> context, HttpRequest<?> request) {
    return () -> Optional.of(of(request));
  }
}
