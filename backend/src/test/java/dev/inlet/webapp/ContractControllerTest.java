package dev.inlet.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.OpenApiDocument;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The contract is handed out as it is committed, to anybody. */
class ContractControllerTest {

  private static final TestInlet INLET = TestInlet.shared();

  @Test
  void theServedContractIsTheCommittedOne() {
    HttpResponse<String> answer = get("/openapi.yml");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/yaml");
    assertThat(answer.body()).isEqualTo(OpenApiDocument.committedText());
  }

  @Test
  void browsersGetTheSameAsJson() {
    JsonNode contract = Tenant.json(get("/openapi.json"));

    assertThat(contract).isEqualTo(OpenApiDocument.committed());
    assertThat(contract.at("/components/responses/Refused").isObject()).isTrue();
  }

  private static HttpResponse<String> get(String path) {
    return Tenant.send(HttpRequest.newBuilder(INLET.url().resolve(path)));
  }
}
