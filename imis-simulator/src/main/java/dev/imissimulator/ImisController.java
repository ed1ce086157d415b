package dev.imissimulator;

import dev.imissimulator.Fault.Part;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.concurrent.CompletionStage;

/**
 * Everything that is iMIS's. One route for all, because iMIS minds neither the case of a path nor
 * the folder it is installed in, and because every request has to pass the same faults.
 */
@Controller
@Consumes(MediaType.ALL)
final class ImisController {
  private static final String ANY = "/{+path}";

  private final Transport transport;
  private final TokenEndpoint tokenEndpoint;
  private final Api api;
  private final RequestLog requestLog;

  ImisController(Transport transport, TokenEndpoint tokenEndpoint, Api api, RequestLog requestLog) {
    this.transport = transport;
    this.tokenEndpoint = tokenEndpoint;
    this.api = api;
    this.requestLog = requestLog;
  }

  @Get(ANY)
  CompletionStage<HttpResponse<byte[]>> get(HttpRequest<?> request) {
    return answer(request);
  }

  @Post(ANY)
  CompletionStage<HttpResponse<byte[]>> post(HttpRequest<?> request) {
    return answer(request);
  }

  @Put(ANY)
  CompletionStage<HttpResponse<byte[]>> put(HttpRequest<?> request) {
    return answer(request);
  }

  @Patch(ANY)
  CompletionStage<HttpResponse<byte[]>> patch(HttpRequest<?> request) {
    return answer(request);
  }

  @Delete(ANY)
  CompletionStage<HttpResponse<byte[]>> delete(HttpRequest<?> request) {
    return answer(request);
  }

  private CompletionStage<HttpResponse<byte[]>> answer(HttpRequest<?> request) {
    NettyHttpRequest<?> netty = (NettyHttpRequest<?>) request;
    return netty
        .byteBody()
        .buffer()
        .thenCompose(
            body -> {
              try (body) {
                return answer(netty, body.toByteArray());
              }
            });
  }

  private CompletionStage<HttpResponse<byte[]>> answer(NettyHttpRequest<?> netty, byte[] body) {
    ImisRequest request = ImisRequest.of(netty, body);
    requestLog.record(netty, body);
    Part part = request.part();
    return transport.carry(
        netty,
        part,
        () -> part == Part.TOKEN ? tokenEndpoint.answer(request) : api.answer(request));
  }
}
