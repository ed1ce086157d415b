package dev.inlet.platform.access;

import dev.inlet.platform.security.Caller;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who makes the request that is worked on, for what is shared out far from any controller. */
@Singleton
public class CurrentCaller {

  /** Empty beside any request, and where a download goes on after its request was handled. */
  public Optional<Caller> get() {
    return ServerRequestContext.currentRequest().flatMap(CallerBinder::kept);
  }
}
