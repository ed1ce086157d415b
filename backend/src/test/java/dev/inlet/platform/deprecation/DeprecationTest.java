package dev.inlet.platform.deprecation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever calls what will go is told since when, and until when it is there. */
class DeprecationTest {

  @Test
  void aDeprecatedOperationSaysSoInEveryAnswerAndNoOtherDoes() {
    TestInlet inlet = TestInlet.start(Map.of(DeprecatedOperation.PROPERTY, true));
    try {
      HttpResponse<String> deprecated = get(inlet, DeprecatedOperation.PATH);
      HttpResponse<String> other = get(inlet, "/api/me");

      assertThat(deprecated.statusCode()).isEqualTo(409);
      assertThat(deprecated.headers().firstValue("Deprecation")).hasValue("@1779753600");
      assertThat(deprecated.headers().firstValue("Sunset"))
          .hasValue("Tue, 01 Jun 2027 00:00:00 GMT");
      assertThat(deprecated.headers().firstValue("Link").orElseThrow())
          .contains("rel=\"deprecation\"");
      assertThat(other.statusCode()).isEqualTo(401);
      assertThat(other.headers().map()).doesNotContainKeys("deprecation", "sunset", "link");
    } finally {
      inlet.close();
    }
  }

  private static HttpResponse<String> get(TestInlet inlet, String path) {
    return Tenant.send(HttpRequest.newBuilder(inlet.url().resolve(path)));
  }
}
