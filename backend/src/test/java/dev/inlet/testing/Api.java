package dev.inlet.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Calls the management API with whatever token. */
public final class Api {

  private final TestInlet inlet;

  public Api(TestInlet inlet) {
    this.inlet = inlet;
  }

  public HttpResponse<String> get(String path, String token) {
    return call("GET", path, token, null);
  }

  public HttpResponse<String> post(String path, String token, @Nullable Object body) {
    return call("POST", path, token, body);
  }

  public HttpResponse<String> put(String path, String token, Object body) {
    return call("PUT", path, token, body);
  }

  public HttpResponse<String> delete(String path, String token) {
    return call("DELETE", path, token, null);
  }

  /**
   * Calls an operation.
   *
   * @param token blank for none
   * @param body text as it is, anything else as JSON
   */
  public HttpResponse<String> call(
      String method, String path, String token, @Nullable Object body) {
    return Tenant.send(request(method, path, token, body));
  }

  /** The same, to add headers to. */
  public HttpRequest.Builder request(
      String method, String path, String token, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inlet.url().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, publisher(body));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
    return body == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(
            body instanceof String text ? text : Tenant.JSON.valueToTree(body).toString());
  }
}
