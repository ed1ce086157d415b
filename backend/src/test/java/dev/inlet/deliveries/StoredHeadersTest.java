package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "PROXY-AUTHORIZATION",
        "Cookie",
        "Set-Cookie",
        "X-Api-Key",
        "api_key",
        "ApiKey",
        "Ocp-Apim-Subscription-Key",
        "X-Functions-Key",
        "X-Auth-Token",
        "X-Gitlab-Token",
        "X-Amz-Security-Token",
        "X-Hub-Signature-256",
        "Stripe-Signature",
        "webhook-signature",
        "Signature-Input",
        "X-Shopify-Hmac-Sha256",
        "Client-Secret",
        "X-Password",
        "X-Session-Id",
        "X-Auth",
        "X-CSRF",
        "X-Credential"
      })
  void neverStoresASecret(String name) {
    assertThat(StoredHeaders.of(Map.of(name, List.of("s3cret")), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type",
        "Content-Length",
        "User-Agent",
        "Idempotency-Key",
        "X-Request-Id",
        "webhook-id",
        "webhook-timestamp",
        "Author",
        "X-Design",
        "Accept",
        "Host",
        "traceparent"
      })
  void storesWhatIsNone(String name) {
    assertThat(StoredHeaders.of(Map.of(name, List.of("x")), true)).containsKey(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "Content-MD5", "Digest", "X-Amz-Content-Sha256"})
  void storesNothingThatTellsOfABodyWhichIsNotStored(String name) {
    assertThat(StoredHeaders.of(Map.of(name, List.of("x")), false)).isEmpty();
  }
}
