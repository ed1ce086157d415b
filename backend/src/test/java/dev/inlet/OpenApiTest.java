package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.testing.OpenApiDocument;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The committed contract is what the controllers are compiled to, so that a change of the API is
 * seen in review and the web app's types follow it. {@code INLET_WRITE_OPENAPI=true} writes it anew
 * and keeps its examples, which {@code ExamplesTest} writes.
 */
class OpenApiTest {

  @Test
  void theCommittedContractIsTheServedOne() {
    Map<String, OpenApiDocument.Example> examples =
        OpenApiDocument.examples(OpenApiDocument.committed());
    if (OpenApiDocument.isWritten()) {
      OpenApiDocument.write(examples);
    }

    assertThat(OpenApiDocument.committedText()).isEqualTo(OpenApiDocument.text(examples));
  }

  @Test
  void everyErrorOfTheCatalogueHasAnExample() {
    JsonNode responses = OpenApiDocument.committed().at("/components/responses");
    TreeSet<String> slugs = new TreeSet<>();
    for (JsonNode response : responses) {
      response
          .at("/content/application~1problem+json/examples")
          .properties()
          .forEach(
              example -> {
                slugs.add(example.getKey());
                assertThat(example.getValue().at("/value/type").asText())
                    .isEqualTo("urn:inlet:problem:" + example.getKey());
              });
    }

    assertThat(slugs)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
  }
}
