package dev.inlet.offboarding;

import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Downloads archives, byte for byte. */
final class Downloads {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Downloads() {}

  static HttpResponse<byte[]> export(TestInlet inlet, Tenant tenant) throws IOException {
    return get(
        inlet, "/api/organizations/%s/export".formatted(tenant.organization()), tenant.token());
  }

  static HttpResponse<byte[]> get(TestInlet inlet, String path, String token) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(inlet.url().resolve(path))
              .header("Authorization", "Bearer " + token)
              .build(),
          BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
