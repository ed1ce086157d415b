package dev.imissimulator;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.imissimulator.Fault.Kind;
import dev.imissimulator.Fault.Moment;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Switchboard.Hanging;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The way between the work and the client, with the faults that lie on it. A request that waits
 * holds no thread, so that ten thousand can.
 */
@Singleton
final class Transport {
  private final Switchboard switchboard;

  Transport(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  /** Does the work, unless a fault keeps it from being done. */
  CompletableFuture<HttpResponse<byte[]>> carry(
      NettyHttpRequest<?> request, Part part, Supplier<Answer> work) {
    List<Fault> faults = switchboard.strike(part);
    if (faults.isEmpty()) {
      return completedFuture(response(work.get()));
    }
    return new Journey(request, part, faults).run(work);
  }

  private MutableHttpResponse<byte[]> response(Answer answer) {
    MutableHttpResponse<byte[]> response = head(answer);
    return answer.body().length == 0 ? response : response.body(answer.body());
  }

  private MutableHttpResponse<byte[]> head(Answer answer) {
    String reason = switchboard.current().reasonPhrases() ? answer.reason() : "";
    MutableHttpResponse<byte[]> response =
        HttpResponse.<byte[]>status(answer.status(), reason)
            .header("Cache-Control", "no-cache")
            .header("Access-Control-Allow-Origin", "*")
            .header("X-AspNet-Version", "4.0.30319");
    if (!answer.contentType().isEmpty()) {
      response.header("Content-Type", answer.contentType());
    }
    if (answer.status() == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    answer.headers().forEach(response::header);
    return response;
  }

  /** One request on its way through the faults that strike it. */
  private final class Journey {
    private final NettyHttpRequest<?> request;
    private final Part part;
    private final List<Fault> faults;

    Journey(NettyHttpRequest<?> request, Part part, List<Fault> faults) {
      this.request = request;
      this.part = part;
      this.faults = faults;
    }

    CompletableFuture<HttpResponse<byte[]>> run(Supplier<Answer> work) {
      return pass(Moment.BEFORE_WRITE)
          .thenCompose(early -> early.isPresent() ? completedFuture(early.get()) : finish(work));
    }

    private CompletableFuture<HttpResponse<byte[]>> finish(Supplier<Answer> work) {
      Answer answer = work.get();
      return pass(Moment.AFTER_WRITE).thenApply(late -> late.orElseGet(() -> deliver(answer)));
    }

    private HttpResponse<byte[]> deliver(Answer answer) {
      return faults.stream()
          .filter(fault -> fault.kind() == Kind.TRICKLE)
          .findFirst()
          .<HttpResponse<byte[]>>map(fault -> trickle(answer, fault.delay()))
          .orElseGet(() -> response(answer));
    }

    /** What the client gets in place of the real answer, if anything. */
    private CompletableFuture<Optional<HttpResponse<byte[]>>> pass(Moment moment) {
      return delay(moment).thenCompose(_ -> strike(moment));
    }

    private CompletableFuture<@Nullable Void> delay(Moment moment) {
      long nanos =
          faults.stream()
              .filter(fault -> fault.kind() == Kind.DELAY && fault.moment() == moment)
              .mapToLong(fault -> fault.delay().toNanos())
              .sum();
      return nanos == 0
          ? completedFuture(null)
          : CompletableFuture.runAsync(
              () -> {}, delayedExecutor(nanos, NANOSECONDS, Thread::startVirtualThread));
    }

    private CompletableFuture<Optional<HttpResponse<byte[]>>> strike(Moment moment) {
      return faults.stream()
          .filter(fault -> fault.kind() != Kind.DELAY && fault.moment() == moment)
          .findFirst()
          .map(this::strike)
          .orElseGet(() -> completedFuture(Optional.empty()));
    }

    private CompletableFuture<Optional<HttpResponse<byte[]>>> strike(Fault fault) {
      return switch (fault.kind()) {
        case HANG -> hang().thenApply(_ -> Optional.empty());
        case DROP -> drop();
        case ANSWER -> completedFuture(Optional.of(response(Answer.of(fault))));
        case DELAY, TRICKLE -> completedFuture(Optional.empty());
      };
    }

    /** Forgets the request when its client gives up, so that those who hang do not pile up. */
    private CompletableFuture<@Nullable Void> hang() {
      Hanging hanging = switchboard.hang(part);
      var _ = channel().closeFuture().addListener(closed -> switchboard.forget(hanging));
      return hanging.released();
    }

    private CompletableFuture<Optional<HttpResponse<byte[]>>> drop() {
      var _ = channel().close();
      return new CompletableFuture<>();
    }

    private Channel channel() {
      return request.getChannelHandlerContext().channel();
    }

    /**
     * A response of bytes in name only: were it declared as a stream, it would be made a JSON
     * array.
     */
    private HttpResponse<byte[]> trickle(Answer answer, Duration pause) {
      byte[] body = answer.body();
      Flux<byte[]> bytes =
          Flux.range(0, body.length).delayElements(pause).map(i -> new byte[] {body[i]});
      MutableHttpResponse<byte[]> response = head(answer);
      response.body(bytes);
      return response;
    }
  }
}
